import { z } from "@hono/zod-openapi";
import { COMMENT_MAX } from "../../../../src/approvals/history_entry.ts";
import { commentApproval } from "../../../../src/approvals/use_cases/comment_approval.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { text } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { approvalId, itemPage } from "./item_page.tsx";
import { itemOn, walkIn } from "./walk.ts";

/** Says something of an item without deciding it. */
export const commentAction = action({
  path: "/review/{id}/comment",
  action: "approvals.decide",
  id: approvalId,
  form: z.object({ comment: text(COMMENT_MAX) }),
  page: itemPage,
  async act({ deps, scope, id, form, here }) {
    const said = await commentApproval(deps, scope, id, form.comment);
    if (!said.ok) return said;
    return ok({
      to: `${itemOn(walkIn(here), id)}#history`,
      flash: { kind: "done", text: "Your comment is kept." },
    });
  },
});
