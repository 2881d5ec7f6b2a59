import type { RunId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { concluded } from "../../processing/conclude.ts";
import { nextWant } from "../../processing/pipeline.ts";
import {
  withoutRuleFields,
  withRuleFields,
} from "../../processing/rule_fields.ts";
import type { Limits, Step } from "../../processing/trace.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { RulePlan } from "./plan.ts";
import { rulesTried } from "./plan_record.ts";

type RulesTried = Extract<Step, { readonly kind: "rules_tried" }>;

/** When, by which run and which set of rules a plan is carried out. */
export interface Execution {
  readonly at: Instant;
  readonly runId: RunId;
  readonly rulesetVersion: number;
  /** The thresholds in force, for a record that has none yet. */
  readonly limits: Limits;
}

/**
 * The record as `plan`, made from that version of it, leaves it. The trace tells the run: a decision of the rules
 * starts it anew, as if they had been in force when the record came; where the decision is kept, so are its steps.
 */
export function carryOut(
  record: CompanyRecord,
  plan: RulePlan,
  { at, runId, rulesetVersion, limits }: Execution,
): CompanyRecord {
  const received = withoutRuleFields(record);
  const { record: next, replaced } = withRuleFields(received, plan.sets);
  const { trace } = record;
  const earlier = rulesTried(record);
  const decidedIn = plan.becomes === "kept" ? earlier?.decided_in : runId;
  const step: RulesTried = {
    kind: "rules_tried",
    at,
    ruleset_version: rulesetVersion,
    considered: plan.tried.considered,
    matched: plan.matched,
    hits: hitsOf(plan, earlier),
    sets: plan.sets,
    replaced,
    runs: [...earlier?.runs ?? [], runId],
    ...decidedIn !== undefined && { decided_in: decidedIn },
  };
  if (plan.becomes === "kept") {
    const others = trace?.steps.filter(({ kind }) => kind !== "rules_tried");
    return {
      ...next,
      trace: trace && { ...trace, steps: [step, ...others ?? []] },
    };
  }
  const thresholds = trace?.limits ?? limits;
  const want = nextWant([step], thresholds);
  if (want.kind !== "stop") {
    throw new Error(`a plan that becomes ${plan.becomes} decides nothing`);
  }
  return concluded(next, [step], thresholds, want.conclusion);
}

/** The rules that matched now; of one that the plan changes nothing by, the version that set what stands. */
function hitsOf(
  { tried, changes, matched, becomes }: RulePlan,
  earlier: RulesTried | undefined,
): RulesTried["hits"] {
  const acting = new Set(changes.map(({ rule_id }) => rule_id));
  if (becomes !== "kept") acting.add(matched);
  const known = new Map(earlier?.hits.map((hit) => [hit.rule_id, hit]));
  const now = tried.hits.map(({ id, version }) =>
    (acting.has(id) ? undefined : known.get(id)) ?? { rule_id: id, version }
  );
  const ids = new Set(now.map(({ rule_id }) => rule_id));
  return [...now, ...(earlier?.hits ?? []).filter((h) => !ids.has(h.rule_id))];
}
