import { z } from "@hono/zod-openapi";
import type { Verdict } from "../../../../src/approvals/approval.ts";
import { decideApprovals } from "../../../../src/approvals/use_cases/decide_approvals.ts";
import { readApproval } from "../../../../src/approvals/use_cases/read_approval.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { type CategoryId, isId } from "../../../../src/kernel/ids.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { idText, textUpTo } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { claimNext } from "./claim_next.ts";
import { decidedText } from "./decided_text.ts";
import { approvalId, itemPage } from "./item_page.tsx";
import { NOTHING_LEFT } from "./next_action.ts";
import { itemPath, REVIEW } from "./review_path.ts";

const form = z.object({
  /** `approve`, `reject`, `override` with `category_id`, or a candidate's id. */
  choice: z.union([
    z.enum(["approve", "reject", "override"]),
    idText("cat", "a category"),
  ]),
  category_id: idText("cat", "a category").optional(),
  note: textUpTo(1_000).optional(),
  /** A rule is to be seen before it is decided. */
  rule: z.literal("on").optional(),
  /** The script has the next item already. */
  stay: z.literal("on").optional(),
}).refine((given) => given.choice !== "override" || given.category_id, {
  path: ["category_id"],
  error: "is missing",
});

/** Decides an item, and leads to the next. */
export const decideAction = action({
  path: "/review/{id}",
  action: "approvals.decide",
  id: approvalId,
  form,
  page: itemPage,
  async act({ deps, scope, id, form }) {
    const { note = null } = form;
    const verdict = verdictOf(form);
    if (form.rule && verdict.kind === "override") {
      const query = new URLSearchParams({
        category_id: verdict.categoryId,
        ...note !== null && { note },
      });
      return ok({ to: `${itemPath(id)}/rule?${query}` });
    }
    const decided = await decideApprovals(
      deps,
      scope,
      [{ approvalId: id, verdict, note }],
      null,
      true,
    );
    if (!decided.ok) return fail(decided.failure);
    const text = await saidOf(deps, scope, id);
    if (form.stay) return ok({ to: REVIEW, flash: { kind: "done", text } });
    const next = await claimNext(deps, scope, null);
    if (!next.ok) return next;
    return ok({
      to: next.value === null ? REVIEW : itemPath(next.value),
      flash: {
        kind: "done",
        text: next.value === null ? `${text} ${NOTHING_LEFT}` : text,
      },
    });
  },
});

function verdictOf(
  { choice, category_id }: z.output<typeof form>,
): Verdict {
  if (choice === "approve" || choice === "reject") return { kind: choice };
  const categoryId: CategoryId = isId("cat", choice) ? choice : category_id!;
  return { kind: "override", categoryId };
}

/** What is said of a decision that was just made. */
async function saidOf(
  deps: Parameters<typeof readApproval>[0],
  scope: Parameters<typeof readApproval>[1],
  id: Parameters<typeof readApproval>[2],
): Promise<string> {
  const [read, categories] = await Promise.all([
    readApproval(deps, scope, id),
    listCategories(deps, scope),
  ]);
  if (!read.ok || !categories.ok) return "It is decided.";
  return decidedText(read.value, categories.value);
}
