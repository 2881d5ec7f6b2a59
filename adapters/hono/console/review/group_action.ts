import { z } from "@hono/zod-openapi";
import { decideApprovals } from "../../../../src/approvals/use_cases/decide_approvals.ts";
import { type ApprovalId, isId } from "../../../../src/kernel/ids.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { action } from "../shell/action.ts";
import { choiceShape, hasCategory, verdictOf } from "./decide_action.ts";
import { groupId, groupPage, SHOWN_MAX } from "./group_page.tsx";
import { REVIEW } from "./review_path.ts";
import { undoOf } from "./said.ts";
import { queryOf, walkIn } from "./walk.ts";

/** An approval and the version of its record, as they were shown. */
const shownItem = z.string().transform((text, context) => {
  const [id = "", version = ""] = text.split(":");
  if (isId("apr", id) && /^[1-9]\d{0,15}$/.test(version)) {
    return { approvalId: id as ApprovalId, recordVersion: Number(version) };
  }
  context.addIssue({ code: "custom", message: "is not one of the list" });
  return z.NEVER;
});

/** Decides just those that were shown and ticked: all of them, or none where one is not as it was shown. */
export const groupAction = action({
  path: "/review/groups/{id}",
  action: "approvals.decide",
  id: groupId,
  form: z.object({
    ...choiceShape,
    item: z.preprocess(
      (given) => typeof given === "string" ? [given] : given,
      z.array(shownItem, { error: "has nothing that is ticked" })
        .max(SHOWN_MAX),
    ),
  }).refine(hasCategory, { path: ["category_id"], error: "is missing" }),
  page: groupPage,
  async act({ deps, scope, form, here }) {
    const verdict = verdictOf(form);
    const decided = await decideApprovals(
      deps,
      scope,
      form.item.map((one) => ({ ...one, verdict, note: null })),
      { allOrNone: "all" },
    );
    if (!decided.ok) return fail(decided.failure);
    const { decisionId, results } = decided.value;
    const walk = walkIn(here);
    return ok({
      to: `${REVIEW}/groups${queryOf(walk)}`,
      flash: {
        kind: "done",
        text: `${results.length} decided.`,
        ...decisionId !== null && { next: undoOf(decisionId, walk) },
      },
    });
  },
});
