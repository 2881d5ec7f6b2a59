import { z } from "@hono/zod-openapi";
import { undoDecision } from "../../../../src/approvals/use_cases/undo_decision.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { idText } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { queuePage } from "./queue_page.tsx";
import { itemOn, queueOn, walkIn } from "./walk.ts";

/** Takes a decision back, all of it, and leads to what waits again. */
export const undoAction = action({
  path: "/review/undo",
  action: "approvals.decide",
  form: z.object({ decision: idText("dcn", "a decision") }),
  page: queuePage,
  async act({ deps, scope, form, here }) {
    const undone = await undoDecision(deps, scope, {
      decisionId: form.decision,
    });
    if (!undone.ok) return fail(undone.failure);
    const [first, ...others] = undone.value;
    const walk = walkIn(here);
    const back = others.length === 0
      ? "Taken back: it waits again."
      : `Taken back: all ${undone.value.length} wait again.`;
    const hasRule = here.searchParams.has("rule");
    return ok({
      to: first && others.length === 0 ? itemOn(walk, first.id) : queueOn(walk),
      flash: {
        kind: "done",
        text: hasRule
          ? `${back} The rule that was made with it stays in force; take it out under Rules.`
          : back,
      },
    });
  },
});
