import { z } from "@hono/zod-openapi";
import type { RuleId } from "../../../../src/kernel/ids.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import type { RuleMove } from "../../../../src/rules/order/rule_move.ts";
import type { RuleSet } from "../../../../src/rules/rule.ts";
import { RULES_MAX } from "../../../../src/rules/rule.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { reorderRules } from "../../../../src/rules/use_cases/reorder_rules.ts";
import { integerText } from "../../fields.ts";
import { cursorOf } from "../../cursor.ts";
import { action } from "../shell/action.ts";
import { listPage } from "./list_page.tsx";
import { ruleId, RULES } from "./rule_path.ts";

/** Rules on a page of the list. */
const PAGE = 50;

const form = z.object({
  to: z.enum(["up", "down", "place"]).default("place"),
  place: integerText({ min: 1, max: RULES_MAX }).optional(),
  seen: integerText({ min: 0, max: 2_147_483_647 }).optional(),
});

/** Moves a rule, in the order that its reader saw. */
export const moveAction = action({
  path: "/rules/{id}/move",
  action: "rules.write",
  id: ruleId,
  form,
  page: listPage,
  async act({ deps, scope, id, form }) {
    const { to, place, seen } = form;
    const all = await listRules(deps, scope);
    if (!all.ok) return all;
    const { set } = all.value;
    const from = set.rules.findIndex((rule) => rule.id === id);
    if (from < 0) return fail(ruleId.missing(id));
    const last = set.rules.length - 1;
    const wanted = to === "up" ? from - 1 : to === "down"
      ? from + 1
      // Beyond the last is last.
      : (place ?? from + 1) - 1;
    const index = Math.min(Math.max(wanted, 0), last);
    const name = set.rules[from]!.name;
    const focus = `${to === "place" ? "place" : to}-${id}`;
    if (index === from) {
      return ok({ to: `${pageAt(set, index)}#${focus}` });
    }
    const moved = await reorderRules(deps, scope, {
      order: { moves: [moveTo(set, id, index)] },
      seenVersion: seen ?? null,
    });
    if (!moved.ok) return moved;
    return ok({
      to: `${pageAt(moved.value, index)}#${focus}`,
      flash: { kind: "done", text: `“${name}” is at place ${index + 1} now.` },
    });
  },
});

function moveTo({ rules }: RuleSet, id: RuleId, index: number): RuleMove {
  if (index <= 0) return { rule_id: id, to: "first" };
  const others = rules.filter((rule) => rule.id !== id);
  const next = others[index];
  return next ? { rule_id: id, before: next.id } : { rule_id: id, to: "last" };
}

/** The page of the list where that place is. */
function pageAt({ rules }: RuleSet, index: number): `/console${string}` {
  const before = rules[Math.floor(index / PAGE) * PAGE - 1];
  return before ? `${RULES}?cursor=${cursorOf(before.id)}` : RULES;
}
