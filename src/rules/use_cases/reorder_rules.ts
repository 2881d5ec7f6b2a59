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
import { moveRules } from "../order/move_rules.ts";
import { ruleFailures, type RuleSet } from "../rule.ts";
import { reorderRules as reordered } from "../rule_changes.ts";
import type { RuleMove } from "../order/rule_move.ts";

/** An order of all rules, or moves of some. */
export type Reordering =
  | { readonly ids: readonly RuleId[] }
  | { readonly moves: readonly RuleMove[] };

/** Puts the rules in another order. A wrong `seenVersion` of the set is refused; null takes whichever is there. */
export async function reorderRules(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { order, seenVersion }: {
    readonly order: Reordering;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    RuleSet,
    | AccessDenied
    | BacktestRequired
    | Failure<
      "rule.order_incomplete" | "rule.order_impossible" | "rule.stale"
    >
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
    const after = "ids" in order
      ? reordered(before, order.ids)
      : moveRules(before, order.moves);
    if (!after.ok) return after;
    await tx.rules.replace(before, after.value, now);
    tx.events.append([{
      type: "RULES_REORDERED",
      payload: {
        ruleset_version: after.value.version,
        before: before.rules.map((rule) => rule.id),
        after: after.value.rules.map((rule) => rule.id),
      },
    }]);
    return ok(after.value);
  });
}
