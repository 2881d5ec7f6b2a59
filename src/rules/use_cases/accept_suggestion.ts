import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { SuggestionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { backtestDemand } from "../history/backtest_demand.ts";
import { newRule, type RuleRefused } from "../new_rule.ts";
import { ruleFailures } from "../rule.ts";
import type { RuleInSet } from "./create_rule.ts";
import { suggestionsNow } from "./suggest_rules.ts";

/** Makes a rule of a suggestion that is still offered, at the end of the set. */
export async function acceptSuggestion(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { id: suggestionId, precisionMin }: {
    readonly id: SuggestionId;
    /** As it was when the suggestion was shown. */
    readonly precisionMin: number;
  },
): Promise<
  Result<
    RuleInSet,
    | AccessDenied
    | RuleRefused
    | Failure<"rule.suggestion_missing" | "rule.backtest_required">
  >
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const id = deps.ids.next("rule");
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    const demand = backtestDemand(tenant);
    if (!demand.ok) return demand;
    const { suggestions } = await suggestionsNow(tx, scope, precisionMin);
    const suggestion = suggestions.find((one) => one.id === suggestionId);
    if (!suggestion) {
      return fail(
        ruleFailures.suggestion_missing({ suggestion_id: suggestionId }),
      );
    }
    const before = await tx.rules.current();
    const open = new Set([suggestion.categoryId]);
    const made = newRule(before, {
      id,
      definition: suggestion.rule,
      position: null,
      origin: { kind: "suggestion", suggestion_id: suggestionId },
    }, open);
    if (!made.ok) return made;
    const { rule, set, fact } = made.value;
    await tx.rules.replace(before, set, now);
    tx.events.append([fact]);
    return ok({ rule, ruleSetVersion: set.version });
  });
}
