import { z } from "@hono/zod-openapi";
import { claimApprovals } from "../../../../src/approvals/use_cases/claim_approvals.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { idText } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { queuePage } from "./queue_page.tsx";
import { itemOn, nextOn, passing, queueOn, walkOf, walkShape } from "./walk.ts";

/** Claims an item and leads to it: looking at a page claims nothing. */
export const nextAction = action({
  path: "/review/next",
  action: "approvals.decide",
  form: z.object({
    ...walkShape,
    /** The item that is looked at. */
    after: idText("apr", "an approval").optional(),
    /** It is not put off, only the one after it is wanted. */
    ahead: z.literal("on").optional(),
  }),
  page: queuePage,
  async act({ deps, scope, form }) {
    const walk = walkOf(form);
    const { after = null, ahead } = form;
    const on = after === null || ahead ? walk : passing(walk, after);
    const claimed = await claimApprovals(deps, scope, nextOn(on, after));
    if (!claimed.ok) return claimed;
    const [next] = claimed.value;
    return ok(
      next ? { to: itemOn(on, next.id) } : {
        to: queueOn(walk),
        flash: { kind: "done", text: NOTHING_LEFT },
      },
    );
  },
});

/** What is said where the queue has no more for whoever asks. */
export const NOTHING_LEFT = "Nothing else waits that nobody has taken.";
