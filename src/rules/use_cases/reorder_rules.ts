import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { backtestDemand, type BacktestRequired } from "../backtest_demand.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { ruleFailures, type RuleSet } from "../rule.ts";
import { reorderRules as reordered } from "../rule_changes.ts";

/** Puts the rules in the order of `ids`, which names every rule just once. A wrong `seenVersion` of the set is refused; null takes whichever is there. */
export async function reorderRules(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { ids, seenVersion }: {
    readonly ids: readonly RuleId[];
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    RuleSet,
    | AccessDenied
    | BacktestRequired
    | Failure<"rule.order_incomplete" | "rule.stale">
  >
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    const demand = backtestDemand(tenant);
    if (!demand.ok) return demand;
    const before = await tx.rules.current();
    const { version } = before;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(ruleFailures.stale({ ruleset_version: version }));
    }
    const after = reordered(before, ids);
    if (!after.ok) return after;
    await tx.rules.replace(before, after.value, now);
    tx.events.append([{
      type: "RULES_REORDERED",
      payload: {
        ruleset_version: after.value.version,
        before: before.rules.map((rule) => rule.id),
        after: [...ids],
      },
    }]);
    return ok(after.value);
  });
}
