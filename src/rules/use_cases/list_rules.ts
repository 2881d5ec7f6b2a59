import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RuleSet, RuleStatistics } from "../rule.ts";
import type { RuleOverrides } from "../rule_overrides.ts";
import { type AsOf, setAsOf } from "./set_as_of.ts";

/** Rules in order, with how often each hit and was overridden until now. */
export interface RulesListed {
  readonly set: RuleSet;
  readonly statistics: readonly RuleStatistics[];
  readonly overrides: readonly RuleOverrides[];
}

/** The rules in force (null), or those of an earlier set. */
export async function listRules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  asOf: AsOf | null = null,
): Promise<
  Result<RulesListed, AccessDenied | Failure<"rule.set_missing">>
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const set = await setAsOf(tx, asOf);
    if (!set.ok) return set;
    return ok({
      set: set.value,
      statistics: await tx.rules.statistics(),
      overrides: await tx.ruleOverrides.all(),
    });
  });
}
