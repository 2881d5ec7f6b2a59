import type { Deps } from "../../../ports/deps.ts";
import { openCategories } from "../../categories/category_tree.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  backtestDemand,
  type BacktestRequired,
} from "../history/backtest_demand.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { newRule, type RuleRefused } from "../new_rule.ts";
import type { Rule } from "../rule.ts";
import type { RuleDefinition } from "../rule.ts";

/** A rule and the version of the set that it stands in. */
export interface RuleInSet {
  readonly rule: Rule;
  readonly ruleSetVersion: number;
}

/** Adds a rule at `position` (0 is first; null is last). */
export async function createRule(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { definition, position }: {
    readonly definition: RuleDefinition;
    readonly position: number | null;
  },
): Promise<Result<RuleInSet, AccessDenied | RuleRefused | BacktestRequired>> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const id = deps.ids.next("rule");
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    const demand = backtestDemand(tenant);
    if (!demand.ok) return demand;
    const before = await tx.rules.current();
    const open = openCategories(await tx.categories.all());
    const made = newRule(before, { id, definition, position }, open);
    if (!made.ok) return made;
    const { rule, set, fact } = made.value;
    await tx.rules.replace(before, set, now);
    tx.events.append([fact]);
    return ok({ rule, ruleSetVersion: set.version });
  });
}
