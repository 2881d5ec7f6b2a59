import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RuleSet, RuleStatistics } from "../rule.ts";

/** The rules in force, in order, and how often each hit. */
export async function listRules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<
  Result<
    { readonly set: RuleSet; readonly statistics: readonly RuleStatistics[] },
    AccessDenied
  >
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) =>
    ok({
      set: await tx.rules.current(),
      statistics: await tx.rules.statistics(),
    }));
}
