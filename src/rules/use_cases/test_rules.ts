import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CategoryId, RecordId, RuleId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import { draftOf, type Incoming } from "../../records/draft.ts";
import { type CompanyRecord, recordFailures } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { applyRules, type RulesOutcome } from "../apply_rules.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import {
  type ExpectedRecord,
  expectedRecord,
} from "../explain/expected_record.ts";
import {
  explainSet,
  type RuleInSetExplanation,
} from "../explain/explain_set.ts";
import { type RuleDefinition, ruleFailures, type RuleSet } from "../rule.ts";
import { type AsOf, setAsOf } from "./set_as_of.ts";

/** What is tried: a record that is stored or one as a sender would send it, and which rules. */
export interface RulesTrial {
  readonly record:
    | { readonly id: RecordId }
    | { readonly incoming: Incoming };
  readonly rules:
    /** One by itself, whatever is in force. */
    | { readonly draft: RuleDefinition }
    /** All of a set, told of one of them only, or of every one where it is null. */
    | { readonly told: RuleId | null; readonly asOf: AsOf | null };
}

export interface RulesTest {
  readonly outcome: RulesOutcome;
  readonly rules: readonly RuleInSetExplanation[];
  readonly becomes: ExpectedRecord;
  /** Null of a draft. */
  readonly ruleSetVersion: number | null;
}

const DRAFT_ID = "rule_draft";

/** Tries rules on a record: which matched, which failed where, which won over others, and what the record would become. Writes nothing. */
export async function testRules(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  trial: RulesTrial,
): Promise<
  Result<
    RulesTest,
    | AccessDenied
    | Failure<
      | "record.missing"
      | "record.unknown_connection"
      | "rule.missing"
      | "rule.set_missing"
    >
  >
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const record = "id" in trial.record
      ? await stored(tx, trial.record.id)
      : await asSent(tx, trial.record.incoming, now);
    if (!record.ok) return record;
    const { rules } = trial;
    const set = "draft" in rules
      ? ok(setOfOne(rules.draft))
      : await setAsOf(tx, rules.asOf);
    if (!set.ok) return set;
    const told = "draft" in rules ? DRAFT_ID : rules.told;
    if (told !== null && !set.value.rules.some(({ id }) => id === told)) {
      return fail(ruleFailures.missing({ rule_id: told }));
    }
    const open = openCategories(await tx.categories.all());
    return ok({
      ...triedOn(record.value, set.value, told, open),
      ruleSetVersion: "draft" in rules ? null : set.value.version,
    });
  });
}

function triedOn(
  record: CompanyRecord,
  set: RuleSet,
  told: RuleId | null,
  open: ReadonlySet<CategoryId>,
): Omit<RulesTest, "ruleSetVersion"> {
  const seen = withoutRuleFields(record);
  const outcome = applyRules(compileRules(set), seen);
  const matched = new Set(outcome.hits.map(({ rule_id }) => rule_id));
  const hits = set.rules.filter(({ id }) => matched.has(id));
  const rules = explainSet(set, seen, told);
  return {
    outcome,
    rules: told === null
      ? rules
      : rules.filter(({ rule_id }) => rule_id === told),
    becomes: expectedRecord(record, hits, open),
  };
}

async function stored(
  tx: Pick<Tx, "records">,
  id: RecordId,
): Promise<Result<CompanyRecord, Failure<"record.missing">>> {
  const [record] = await tx.records.find([id]);
  return record ? ok(record) : fail(recordFailures.missing({ record_id: id }));
}

/** The record that would be taken in, had it been sent. */
async function asSent(
  tx: Pick<Tx, "connections">,
  incoming: Incoming,
  now: Instant,
): Promise<Result<CompanyRecord, Failure<"record.unknown_connection">>> {
  const connections = await tx.connections.all();
  const standard = connections.find((connection) => connection.isDefault);
  if (!standard) throw new Error("the tenant has no default connection");
  const { raw: _, ...draft } = draftOf(incoming, standard.id);
  if (!connections.some(({ id }) => id === draft.connectionId)) {
    return fail(recordFailures.unknown_connection({}, [{
      pointer: "/record/connection_id",
      detail: "is not a connection of yours",
    }]));
  }
  return ok({
    ...draft,
    id: "rec_draft",
    version: 0,
    receivedAt: now,
    status: "ingested",
    outcome: null,
    categoryId: null,
    source: null,
    confidence: null,
    trace: null,
    settledByPerson: [],
  });
}

function setOfOne(draft: RuleDefinition): RuleSet {
  return { version: 0, rules: [{ ...draft, id: DRAFT_ID, version: 0 }] };
}
