import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RuleSet, RuleStatistics } from "../rule.ts";
import { type AsOf, setAsOf } from "./set_as_of.ts";

/** The rules in order, those in force (null) or those of an earlier set, and how often each hit until now. */
export async function listRules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  asOf: AsOf | null = null,
): Promise<
  Result<
    { readonly set: RuleSet; readonly statistics: readonly RuleStatistics[] },
    AccessDenied | Failure<"rule.set_missing">
  >
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const set = await setAsOf(tx, asOf);
    if (!set.ok) return set;
    const statistics = await tx.rules.statistics();
    return ok({ set: set.value, statistics });
  });
}
