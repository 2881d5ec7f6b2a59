import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { CategoryId, RuleId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  backtestDemand,
  type BacktestRequired,
} from "../../rules/history/backtest_demand.ts";
import { newRule, type RuleRefused } from "../../rules/new_rule.ts";
import type { RuleDefinition, RuleOrigin } from "../../rules/rule.ts";
import type { Scope } from "../../tenancy/scope.ts";

export type { RuleRefused };

/** Puts a rule at the end of the set, inside the unit of the decision that gave rise to it. */
export async function createRuleWith(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "rules" | "events" | "tenants">,
  scope: Scope,
  { definition, open, origin, now }: {
    readonly definition: RuleDefinition;
    readonly open: ReadonlySet<CategoryId>;
    readonly origin: RuleOrigin;
    readonly now: Instant;
  },
): Promise<Result<RuleId, RuleRefused | BacktestRequired>> {
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  const demand = backtestDemand(tenant);
  if (!demand.ok) return demand;
  const before = await tx.rules.current();
  const id = deps.ids.next("rule");
  const made = newRule(
    before,
    { id, definition, position: null, origin },
    open,
  );
  if (!made.ok) return made;
  await tx.rules.replace(before, made.value.set, now);
  tx.events.append([made.value.fact]);
  return ok(id);
}
