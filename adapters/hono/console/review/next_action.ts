import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { idText } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { claimNext } from "./claim_next.ts";
import { queuePage } from "./queue_page.tsx";
import { itemPath, REVIEW } from "./review_path.ts";

/** Claims an item and leads to it: looking at a page claims nothing. */
export const nextAction = action({
  path: "/review/next",
  action: "approvals.decide",
  form: z.object({ after: idText("apr", "an approval").optional() }),
  page: queuePage,
  async act({ deps, scope, form }) {
    const next = await claimNext(deps, scope, form.after ?? null);
    if (!next.ok) return next;
    return ok(
      next.value === null
        ? { to: REVIEW, flash: { kind: "done", text: NOTHING_LEFT } }
        : { to: itemPath(next.value) },
    );
  },
});

/** What is said where the queue has no more for whoever asks. */
export const NOTHING_LEFT = "Nothing else waits that nobody has taken.";
