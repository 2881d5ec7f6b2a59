import { z } from "@hono/zod-openapi";
import type { Verdict } from "../../../../src/approvals/approval.ts";
import { decideAndNext } from "../../../../src/approvals/use_cases/decide_and_next.ts";
import { readApproval } from "../../../../src/approvals/use_cases/read_approval.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { type CategoryId, isId } from "../../../../src/kernel/ids.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { idText, integerText, textUpTo } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { approvalId, itemPage } from "./item_page.tsx";
import { NOTHING_LEFT } from "./next_action.ts";
import { decidedFlash } from "./said.ts";
import { itemOn, nextOn, queueOn, walkIn } from "./walk.ts";

/** What can be said of one item, or of several alike. */
export const choiceShape = {
  /** `approve`, `reject`, `override` with `category_id`, or a candidate's id. */
  choice: z.union([
    z.enum(["approve", "reject", "override"]),
    idText("cat", "a category"),
  ]),
  category_id: idText("cat", "a category").optional(),
};

/** The version of a record, as its form was made for it. */
export const versionText = integerText({
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
});

const form = z.object({
  ...choiceShape,
  note: textUpTo(1_000).optional(),
  record_version: versionText.optional(),
  /** The script has the next item already. */
  stay: z.literal("on").optional(),
}).refine(hasCategory, { path: ["category_id"], error: "is missing" })
  // What is suggested may have become another since.
  .refine(
    ({ choice, record_version }) =>
      choice !== "approve" || record_version !== undefined,
    { path: ["record_version"], error: "is missing" },
  );

/** Decides an item, and leads to the next. */
export const decideAction = action({
  path: "/review/{id}",
  action: "approvals.decide",
  id: approvalId,
  form,
  page: itemPage,
  async act({ deps, scope, id, form, here }) {
    const walk = walkIn(here);
    const { note = null, record_version: recordVersion = null } = form;
    const verdict = verdictOf(form);
    // Before, since nothing of it is there to be read once it was erased.
    const [read, categories] = await Promise.all([
      readApproval(deps, scope, id),
      listCategories(deps, scope),
    ]);
    if (!read.ok) return read;
    if (!categories.ok) return categories;
    const decided = await decideAndNext(
      deps,
      scope,
      [{ approvalId: id, verdict, note, recordVersion }],
      { allOrNone: "first", next: form.stay ? null : nextOn(walk) },
    );
    if (!decided.ok) return fail(decided.failure);
    const { results: [one], decisionId, next: [next] } = decided.value;
    if (!one?.ok) throw new Error("a decision was kept without its result");
    const flash = decidedFlash({
      description: read.value.record.description,
      state: one.approval.state,
      names: new Map(categories.value.map((one) => [one.id, one.name])),
      decisionId,
      walk,
      ...!next && !form.stay && { more: NOTHING_LEFT },
    });
    return ok({ to: next ? itemOn(walk, next.id) : queueOn(walk), flash });
  },
});

/** Whether a category is named where one is needed. */
export function hasCategory(
  { choice, category_id }: {
    readonly choice: string;
    readonly category_id?: string | undefined;
  },
): boolean {
  return choice !== "override" || category_id !== undefined;
}

/** What was said, as the core takes it. */
export function verdictOf(
  { choice, category_id }: {
    readonly choice: "approve" | "reject" | "override" | CategoryId;
    readonly category_id?: CategoryId | undefined;
  },
): Verdict {
  if (choice === "approve" || choice === "reject") return { kind: choice };
  const categoryId: CategoryId = isId("cat", choice) ? choice : category_id!;
  return { kind: "override", categoryId };
}
