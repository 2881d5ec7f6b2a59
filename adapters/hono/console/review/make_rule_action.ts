import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../../src/approvals/approval.ts";
import { decideAndNext } from "../../../../src/approvals/use_cases/decide_and_next.ts";
import { readApproval } from "../../../../src/approvals/use_cases/read_approval.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { ruleSchema } from "../../../../src/rules/rule_schema.ts";
import { name } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { approvalId } from "./item_page.tsx";
import { rulePage, ruleQuery } from "./rule_page.tsx";
import { decidedFlash } from "./said.ts";
import { itemOn, nextOn, queueOn, walkOf } from "./walk.ts";

const ruleText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: "custom", message: "is not a rule" });
    return z.NEVER;
  }
}).pipe(ruleSchema);

/** Decides as the address says, with the rule that was shown or without. */
export const makeRuleAction = action({
  path: "/review/{id}/rule",
  action: "approvals.decide",
  id: approvalId,
  form: z.object({
    choice: z.enum(["with", "without"]),
    rule: ruleText.optional(),
    name: name().optional(),
  }),
  page: rulePage,
  async act({ deps, scope, id, form, here }) {
    const asked = ruleQuery.safeParse(Object.fromEntries(here.searchParams));
    const { category_id: categoryId, note = null } = asked.data ?? {};
    if (!asked.success || categoryId === undefined) {
      return fail(approvalFailures.unknown_category());
    }
    const walk = walkOf(asked.data);
    const rule = form.choice === "with" && form.rule
      ? { ...form.rule, ...form.name !== undefined && { name: form.name } }
      : null;
    const [read, categories] = await Promise.all([
      readApproval(deps, scope, id),
      listCategories(deps, scope),
    ]);
    if (!read.ok) return read;
    if (!categories.ok) return categories;
    const verdict = { kind: "override", categoryId } as const;
    const decided = await decideAndNext(
      deps,
      scope,
      [{ approvalId: id, verdict, note }],
      { createRule: rule, allOrNone: "first", next: nextOn(walk) },
    );
    if (!decided.ok) return decided;
    const { results: [one], decisionId, next: [next] } = decided.value;
    if (!one?.ok) throw new Error("a decision was kept without its result");
    return ok({
      to: next ? itemOn(walk, next.id) : queueOn(walk),
      flash: decidedFlash({
        description: read.value.record.description,
        state: one.approval.state,
        names: new Map(categories.value.map((one) => [one.id, one.name])),
        decisionId,
        ...rule && { more: `The rule “${rule.name}” was made.` },
      }),
    });
  },
});
