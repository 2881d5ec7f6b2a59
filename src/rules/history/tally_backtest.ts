import type { RecordId, RuleId } from "../../kernel/ids.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type {
  Agreement,
  BacktestReport,
  RuleReport,
} from "./backtest_report.ts";
import type { Comparison, Verdict } from "./compare_record.ts";
import type { Rule } from "../rule.ts";

/** Records that a report names for each rule and kind. */
const EXAMPLES_MAX = 5;

type Counts<T> = { -readonly [K in keyof T]: T[K] };
type RuleCounts = Omit<Counts<RuleReport>, "examples"> & {
  readonly examples: Record<keyof RuleReport["examples"], RecordId[]>;
};

/** The report so far with more records counted in. */
export function tallyBacktest(
  report: BacktestReport,
  compared: readonly Comparison[],
): BacktestReport {
  const rules = new Map<RuleId, RuleCounts>(
    report.rules.map((rule) => [rule.rule_id, {
      ...rule,
      examples: {
        right: [...rule.examples.right],
        wrong: [...rule.examples.wrong],
        now_undecided: [...rule.examples.now_undecided],
      },
    }]),
  );
  const of = (rule: Rule) => {
    const known = rules.get(rule.id) ?? emptyRule(rule);
    rules.set(rule.id, known);
    return known;
  };
  const becomes = { ...report.becomes };
  const fields: Record<string, number> = { ...report.fields };
  const before: Counts<Agreement> = { ...report.agreement.before };
  const after: Counts<Agreement> = { ...report.agreement.after };
  const reviews = { ...report.reviews };
  const calls = { ...report.model_calls };
  let changed = report.changed;

  for (const one of compared) {
    const { plan, record } = one;
    if (plan) {
      changed++;
      becomes[plan.becomes]++;
      const behind = new Set(plan.changes.map(({ rule_id }) => rule_id));
      for (const rule of plan.tried.hits) {
        if (behind.has(rule.id)) of(rule).changes++;
      }
      for (const { field } of plan.changes) {
        fields[field] = (fields[field] ?? 0) + 1;
      }
    }
    if (one.after.rule) of(one.after.rule).decides++;
    countAgreement(one, before, after, of);
    countWork(one, record, reviews, calls);
  }
  return {
    total: report.total,
    scanned: report.scanned + compared.length,
    changed,
    becomes,
    fields,
    agreement: { before, after },
    reviews,
    model_calls: calls,
    rules: [...rules.values()],
  };
}

function countAgreement(
  { record, before, after }: Comparison,
  all: Counts<Agreement>,
  allNow: Counts<Agreement>,
  of: (rule: Rule) => RuleCounts,
): void {
  const { categoryId: label } = record;
  if (!record.settledByPerson.includes("category_id") || label === null) return;
  const was = agreementOf(before, label);
  const is = agreementOf(after, label);
  all[was]++;
  allNow[is]++;
  if (is !== "undecided") note(of(after.rule!), is, record.id);
  else if (was === "right") {
    note(of(before.rule!), "now_undecided", record.id);
  }
}

function agreementOf(
  { categoryId }: Verdict,
  label: string,
): keyof Agreement {
  if (categoryId === null) return "undecided";
  return categoryId === label ? "right" : "wrong";
}

function note(
  rule: RuleCounts,
  kind: keyof RuleReport["examples"],
  id: RecordId,
): void {
  rule[kind]++;
  if (rule.examples[kind].length < EXAMPLES_MAX) rule.examples[kind].push(id);
}

/** A review counts where a person was asked, or will be; a model's answers where the trace shows them. */
function countWork(
  { before, after }: Comparison,
  { outcome, trace }: CompanyRecord,
  reviews: { saved: number; added: number },
  calls: { saved: number },
): void {
  const decidedBefore = before.categoryId !== null;
  const decidedNow = after.categoryId !== null;
  if (outcome === "needs_review" && decidedNow && !decidedBefore) {
    reviews.saved++;
  }
  const asksBefore = before.rule !== null && !decidedBefore;
  const asksNow = after.rule !== null && !decidedNow;
  if (outcome === "auto" && asksNow && !asksBefore) reviews.added++;
  if (!decidedNow || decidedBefore) return;
  for (const { kind } of trace?.steps ?? []) {
    if (kind === "model_answered" || kind === "model_failed") calls.saved++;
  }
}

function emptyRule({ id, name, version }: Rule): RuleCounts {
  return {
    rule_id: id,
    name,
    version,
    decides: 0,
    changes: 0,
    right: 0,
    wrong: 0,
    now_undecided: 0,
    examples: { right: [], wrong: [], now_undecided: [] },
  };
}
