import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RuleSet, RuleStatistics } from "../rule.ts";
import type { RuleOverrides } from "../rule_overrides.ts";

/** The rules in force, in order, with how often each hit and was overridden. */
export interface RulesListed {
  readonly set: RuleSet;
  readonly statistics: readonly RuleStatistics[];
  readonly overrides: readonly RuleOverrides[];
}

export async function listRules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<
  Result<RulesListed, AccessDenied>
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) =>
    ok({
      set: await tx.rules.current(),
      statistics: await tx.rules.statistics(),
      overrides: await tx.ruleOverrides.all(),
    }));
}
