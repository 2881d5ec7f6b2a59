import { z } from "@hono/zod-openapi";
import {
  assignApprovals,
  type Assigned,
  takeApprovals,
} from "../../../../src/approvals/use_cases/assign_approvals.ts";
import type { ApprovalId } from "../../../../src/kernel/ids.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { idText } from "../../fields.ts";
import { action, type Next } from "../shell/action.ts";
import { approvalId, itemPage } from "./item_page.tsx";
import { itemPath } from "./review_path.ts";

const common = { id: approvalId, page: itemPage } as const;

/** Asks a member about an item before all others, or nobody. */
export const assignAction = action({
  ...common,
  path: "/review/{id}/assign",
  action: "approvals.assign",
  form: z.object({
    member_id: z.union([z.literal("nobody"), idText("usr", "a member")]),
  }),
  async act({ deps, scope, id, form: { member_id }, here }) {
    const member = member_id === "nobody" ? null : member_id;
    const done = await assignApprovals(deps, scope, [id], member);
    if (!done.ok) return done;
    const text = member === null ? "It is nobody’s." : "It is assigned.";
    return ok(backTo(id, here, done.value, text));
  },
});

/** Has whoever asks asked about it before all others. */
export const takeAction = action({
  ...common,
  path: "/review/{id}/take",
  action: "approvals.decide",
  form: z.object({}),
  async act({ deps, scope, id, here }) {
    const done = await takeApprovals(deps, scope, [id]);
    return done.ok ? ok(backTo(id, here, done.value, "It is yours.")) : done;
  },
});

/** The item, on the way that its reader is. */
function backTo(
  id: ApprovalId,
  { search }: URL,
  { assigned }: Assigned,
  text: string,
): Next {
  return {
    to: `${itemPath(id)}${search}`,
    flash: assigned.length > 0
      ? { kind: "done", text }
      : { kind: "trouble", text: "It does not wait any more." },
  };
}
