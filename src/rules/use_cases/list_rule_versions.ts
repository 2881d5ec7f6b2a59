import type { Deps } from "../../../ports/deps.ts";
import type { RuleVersion } from "../../../ports/rules.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { ruleFailures } from "../rule.ts";

/** Every version of one rule, the latest first, also of a rule that was removed. */
export async function listRuleVersions(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: RuleId,
): Promise<
  Result<readonly RuleVersion[], AccessDenied | Failure<"rule.missing">>
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const versions = await tx.rules.history(id);
    return versions.length > 0
      ? ok(versions)
      : fail(ruleFailures.missing({ rule_id: id }));
  });
}
