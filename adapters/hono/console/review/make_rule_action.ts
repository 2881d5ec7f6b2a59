import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../../src/approvals/approval.ts";
import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import { decideAndNext } from "../../../../src/approvals/use_cases/decide_and_next.ts";
import { readApproval } from "../../../../src/approvals/use_cases/read_approval.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { recordFailures } from "../../../../src/records/record.ts";
import { ruleSchema } from "../../../../src/rules/rule_schema.ts";
import { idText, name, textUpTo } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { type FormState, textOf } from "../shell/form_state.ts";
import type { ConsolePage } from "../shell/page.tsx";
import { versionText } from "./decide_action.ts";
import { approvalId, itemPage } from "./item_page.tsx";
import { NOTHING_LEFT } from "./next_action.ts";
import { rulePage } from "./rule_page.tsx";
import { decidedFlash } from "./said.ts";
import { itemOn, nextOn, queueOn, walkIn } from "./walk.ts";

const ruleText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: "custom", message: "is not a rule" });
    return z.NEVER;
  }
}).pipe(ruleSchema);

/** The page of the rule as long as the rule is what it is about; else the item's, with what was chosen and noted. */
const ruleOrItem: ConsolePage = {
  ...rulePage,
  again: (asked, form, failure) =>
    (isAboutRule(form) ? rulePage : itemPage).again(asked, form, failure),
};

function isAboutRule(form: FormState): boolean {
  const { failure, flaws } = form;
  if (failure === null) return textOf(form, "choice") !== "back";
  return failure.kind.startsWith("rule.") ||
    failure.kind === "approval.rule_too_early" ||
    flaws.has("name") || flaws.has("rule");
}

/** Shows the rule that an override speaks for, and decides with it or without. */
export const makeRuleAction = action({
  path: "/review/{id}/rule",
  action: "approvals.decide",
  id: approvalId,
  form: z.object({
    /** `override`, as the item's own form has it: the rule is to be seen first; `back`: the item is. */
    choice: z.enum(["override", "back", "with", "without"]),
    category_id: idText("cat", "a category"),
    record_version: versionText,
    note: textUpTo(1_000).optional(),
    rule: ruleText.optional(),
    name: name().optional(),
  }).refine(({ choice, rule }) => choice !== "with" || rule !== undefined, {
    path: ["rule"],
    error: "is missing",
  }),
  page: ruleOrItem,
  async act({ deps, scope, id, form, here }) {
    const { choice, category_id: categoryId, note = null } = form;
    const [read, categories] = await Promise.all([
      readApproval(deps, scope, id),
      listCategories(deps, scope),
    ]);
    if (!read.ok) return read;
    if (!categories.ok) return categories;
    if (choice === "override" || choice === "back") {
      const stands = asShown(read.value, form.record_version);
      if (!stands.ok) return stands;
      const { category_id, record_version } = form;
      return ok({
        again: {
          choice,
          category_id,
          record_version: String(record_version),
          ...note !== null && { note },
        },
      });
    }
    const walk = walkIn(here);
    const rule = choice === "with" && form.rule
      ? { ...form.rule, ...form.name !== undefined && { name: form.name } }
      : null;
    const decided = await decideAndNext(
      deps,
      scope,
      [{
        approvalId: id,
        verdict: { kind: "override", categoryId },
        note,
        recordVersion: form.record_version,
      }],
      { createRule: rule, allOrNone: "first", next: nextOn(walk) },
    );
    if (!decided.ok) return fail(decided.failure);
    const { results: [one], decisionId, next: [next] } = decided.value;
    if (!one?.ok) throw new Error("a decision was kept without its result");
    const more = [
      ...rule ? [`The rule “${rule.name}” was made.`] : [],
      ...next ? [] : [NOTHING_LEFT],
    ];
    return ok({
      to: next ? itemOn(walk, next.id) : queueOn(walk),
      flash: decidedFlash({
        description: read.value.record.description,
        state: one.approval.state,
        names: new Map(categories.value.map((one) => [one.id, one.name])),
        decisionId,
        walk,
        withRule: rule !== null,
        more: more.join(" "),
      }),
    });
  },
});

/** Whether it waits, and its record is as it was looked at: else the rule would speak for another. */
function asShown(
  { id, state, record }: ReviewItem,
  version: number,
): Result<null, Failure> {
  if (state.kind === "decided") {
    return fail(approvalFailures.already_decided({ approval_id: id }));
  }
  if (state.kind === "withdrawn") {
    return fail(approvalFailures.withdrawn({ approval_id: id }));
  }
  return record.version === version
    ? ok(null)
    : fail(recordFailures.stale({ record_id: record.id }));
}
