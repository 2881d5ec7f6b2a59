import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  backtestDemand,
  type BacktestRequired,
} from "../history/backtest_demand.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { ruleJson } from "../new_rule.ts";
import { ruleFailures } from "../rule.ts";
import { removeRule as removed } from "../rule_changes.ts";

/** Takes a rule out of the set. Earlier sets, which traces name, keep it. Returns the set's new version. */
export async function removeRule(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: RuleId,
): Promise<
  Result<number, AccessDenied | BacktestRequired | Failure<"rule.missing">>
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    const demand = backtestDemand(tenant);
    if (!demand.ok) return demand;
    const before = await tx.rules.current();
    const rule = before.rules.find((rule) => rule.id === id);
    if (!rule) return fail(ruleFailures.missing({ rule_id: id }));
    const after = removed(before, id);
    if (!after.ok) return after;
    await tx.rules.replace(before, after.value, now);
    tx.events.append([{
      type: "RULE_REMOVED",
      payload: {
        rule_id: id,
        ruleset_version: after.value.version,
        before: ruleJson(rule),
      },
    }]);
    return ok(after.value.version);
  });
}
