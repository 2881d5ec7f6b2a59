import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import { type CompanyRecord, recordFailures } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { applyRules, type RulesOutcome } from "../apply_rules.ts";
import { compileRules } from "../compile_rules.ts";
import { explainRules, type RuleExplanation } from "../explain_rule.ts";
import type { Rule, RuleSet } from "../rule.ts";
import type { RuleDefinition } from "../rule.ts";

export interface RulesTest {
  readonly outcome: RulesOutcome;
  readonly rules: readonly RuleExplanation[];
}

/** Tries one draft rule, or every rule in force (null), on a record: which matched, which failed where. Writes nothing. */
export async function testRules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  recordId: RecordId,
  draft: RuleDefinition | null,
): Promise<Result<RulesTest, AccessDenied | Failure<"record.missing">>> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [record] = await tx.records.find([recordId]);
    if (!record) return fail(recordFailures.missing({ record_id: recordId }));
    const set = draft ? setOfOne(draft) : await tx.rules.current();
    return ok(triedOn(withoutRuleFields(record), set));
  });
}

function triedOn(record: CompanyRecord, set: RuleSet): RulesTest {
  return {
    outcome: applyRules(compileRules(set), record),
    rules: explainRules(set, record),
  };
}

function setOfOne(draft: RuleDefinition): RuleSet {
  const rule: Rule = { ...draft, id: "rule_draft", version: 0 };
  return { version: 0, rules: [rule] };
}
