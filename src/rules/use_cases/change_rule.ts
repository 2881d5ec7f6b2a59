import type { Deps } from "../../../ports/deps.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  backtestDemand,
  type BacktestRequired,
} from "../history/backtest_demand.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { ruleJson, setsOpenCategory } from "../new_rule.ts";
import { ruleFailures } from "../rule.ts";
import { changeRule as changed } from "../rule_changes.ts";
import type { RuleDefinition } from "../rule.ts";
import type { RuleInSet } from "./create_rule.ts";

/** Changes parts of a rule. A wrong `seenVersion` is refused; null takes whichever is there. */
export async function changeRule(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: RuleId,
  { change, seenVersion }: {
    readonly change: Partial<RuleDefinition>;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    RuleInSet,
    | AccessDenied
    | BacktestRequired
    | Failure<"rule.missing" | "rule.unknown_category" | "rule.stale">
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
    const rule = before.rules.find((rule) => rule.id === id);
    if (!rule) return fail(ruleFailures.missing({ rule_id: id }));
    if (seenVersion !== null && seenVersion !== rule.version) {
      return fail(ruleFailures.stale({ rule_id: id, version: rule.version }));
    }
    const after = changed(before, id, change);
    if (!after.ok) return after;
    const next = after.value.rules.find((rule) => rule.id === id) ?? rule;
    // What stays as it was stays allowed: a rule whose category was archived since can be switched off.
    if (change.then !== undefined) {
      const open = openCategories(await tx.categories.all());
      const fits = setsOpenCategory(next, open);
      if (!fits.ok) return fits;
    }
    await tx.rules.replace(before, after.value, now);
    tx.events.append([{
      type: "RULE_UPDATED",
      payload: {
        rule_id: id,
        ruleset_version: after.value.version,
        before: ruleJson(rule),
        after: ruleJson(next),
      },
    }]);
    return ok({ rule: next, ruleSetVersion: after.value.version });
  });
}
