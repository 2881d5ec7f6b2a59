import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type CompanyRecord, recordFailures } from "../../records/record.ts";
import {
  explainSet,
  type RuleInSetExplanation,
} from "../../rules/explain/explain_set.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { withoutRuleFields } from "../rule_fields.ts";
import type { Trace } from "../trace.ts";

/** Why a record is where it is. `rules` are those of the set the trace names, tried on the record as it was before they set fields. */
export interface Explanation {
  readonly record: CompanyRecord;
  readonly trace: Trace;
  readonly rules: readonly RuleInSetExplanation[];
  /** Names of the categories that the trace mentions, by id. */
  readonly categoryNames: { readonly [id: string]: string };
}

/** The trace in force at `at` (now, when null), with each rule tried or skipped and why. */
export async function explainRecord(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: RecordId,
  at: Instant | null,
): Promise<
  Result<
    Explanation,
    AccessDenied | Failure<"record.missing" | "record.not_processed">
  >
> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [record] = await tx.records.find([id]);
    const past = await tx.records.past(id);
    if (!record || !past) {
      return fail(recordFailures.missing({ record_id: id }));
    }
    const earlier = past.earlierTraces.find(({ replacedAt }) =>
      at !== null && at < replacedAt
    );
    const trace = earlier?.trace ?? record.trace;
    const begun = trace?.steps[0]?.at;
    if (!trace || (at !== null && begun !== undefined && at < begun)) {
      return fail(recordFailures.not_processed({ record_id: id }));
    }
    const tried = trace.steps.find((step) => step.kind === "rules_tried");
    const set = tried && await tx.rules.at(tried.ruleset_version);
    const categories = await tx.categories.all();
    const mentioned = JSON.stringify(trace);
    return ok({
      record,
      trace,
      rules: set ? explainSet(set, withoutRuleFields(record)) : [],
      categoryNames: Object.fromEntries(
        categories.filter((category) => mentioned.includes(category.id))
          .map((category) => [category.id, category.name]),
      ),
    });
  });
}
