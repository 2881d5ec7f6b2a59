import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { CategoryId, RuleId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { newRule, type RuleRefused } from "../../rules/new_rule.ts";
import type { RuleDefinition } from "../../rules/rule.ts";

export type { RuleRefused };

/** Puts a rule at the end of the set, inside the unit of the decision that gave rise to it. */
export async function createRuleWith(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "rules" | "events">,
  definition: RuleDefinition,
  open: ReadonlySet<CategoryId>,
  now: Instant,
): Promise<Result<RuleId, RuleRefused>> {
  const before = await tx.rules.current();
  const id = deps.ids.next("rule");
  const made = newRule(before, { id, definition, position: null }, open);
  if (!made.ok) return made;
  await tx.rules.replace(before, made.value.set, now);
  tx.events.append([made.value.fact]);
  return ok(id);
}
