import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../../src/approvals/approval.ts";
import { decideApprovals } from "../../../../src/approvals/use_cases/decide_approvals.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { findRecords } from "../../../../src/records/use_cases/find_records.ts";
import { ruleSchema } from "../../../../src/rules/rule_schema.ts";
import { draftRuleForOverride } from "../../../../src/rules/use_cases/draft_rule_for_override.ts";
import { idText, name, textUpTo } from "../../fields.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble, TextField } from "../parts/field.tsx";
import { ConditionWords, setsText } from "../parts/rule_words.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { claimNext } from "./claim_next.ts";
import { approvalId } from "./item_page.tsx";
import { itemPath, REVIEW } from "./review_path.ts";
import { RuleEffectTable } from "./rule_effect_table.tsx";

/** What the decision would be. */
const query = z.object({
  category_id: idText("cat", "a category").optional(),
  note: textUpTo(1_000).optional(),
});

/** The rule that an override speaks for, and what it would have changed; nothing is decided yet. */
export const rulePage = page({
  path: "/review/{id}/rule",
  action: "rules.read",
  id: approvalId,
  query,
  async show({ deps, scope, frame, id, query, form, here }) {
    const { category_id } = query;
    if (category_id === undefined) {
      return fail(approvalFailures.unknown_category());
    }
    const [drafted, categories] = await Promise.all([
      draftRuleForOverride(deps, scope, {
        approvalId: id,
        verdict: { kind: "override", categoryId: category_id },
        definition: null,
      }),
      listCategories(deps, scope),
    ]);
    if (!categories.ok) return categories;
    const names = new Map(categories.value.map((one) => [one.id, one.name]));
    const title = `A rule for ${names.get(category_id) ?? "this category"}`;
    const trail = [
      { href: REVIEW, label: "Review" },
      { href: itemPath(id), label: "Item" },
    ];
    const target = `${here.pathname}${here.search}`;
    if (!drafted.ok) {
      if (drafted.failure.kind !== "rule.nothing_to_propose") return drafted;
      return ok({
        title,
        trail,
        body: (
          <Empty title="No rule stands out">
            <p>{drafted.failure.title}. You can still decide this one.</p>
            <form method="post" action={target}>
              <button
                type="submit"
                name="choice"
                value="without"
                class="primary"
              >
                Decide this record
              </button>
            </form>
          </Empty>
        ),
      });
    }
    const { rule, effect } = drafted.value;
    const shown = await findRecords(
      deps,
      scope,
      effect.examples.map(({ recordId }) => recordId),
    );
    if (!shown.ok) return shown;
    return ok({
      title,
      lead:
        "Nothing is decided yet. Look at what the rule would have done to the records there are.",
      trail,
      body: (
        <>
          <FormTrouble form={form} labels={{ name: "Name" }} of="rule" />
          <div class="columns">
            <Card title="The rule">
              <p>
                <strong>When</strong> <ConditionWords condition={rule.when} />
              </p>
              <p>
                <strong>then</strong> {setsText(rule.then, names)}.
              </p>
              <form method="post" action={target} class="fields">
                <TextField
                  form={form}
                  of="rule"
                  name="name"
                  label="Name of the rule"
                  value={rule.name}
                  required
                  maxlength={200}
                />
                <input type="hidden" name="rule" value={JSON.stringify(rule)} />
                <div class="buttons">
                  {frame.may("rules.write") && (
                    <button
                      type="submit"
                      name="choice"
                      value="with"
                      class="primary"
                    >
                      Decide and make the rule
                    </button>
                  )}
                  <button type="submit" name="choice" value="without">
                    Decide this record alone
                  </button>
                  <a class="button" href={itemPath(id)}>Back</a>
                </div>
              </form>
            </Card>
            <RuleEffectTable
              effect={effect}
              shown={shown.value}
              names={names}
            />
          </div>
        </>
      ),
    });
  },
});

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
    const read = query.safeParse(Object.fromEntries(here.searchParams));
    const { category_id: categoryId, note = null } = read.data ?? {};
    if (categoryId === undefined) {
      return fail(approvalFailures.unknown_category());
    }
    const rule = form.choice === "with" && form.rule
      ? { ...form.rule, ...form.name !== undefined && { name: form.name } }
      : null;
    const decided = await decideApprovals(
      deps,
      scope,
      [{ approvalId: id, verdict: { kind: "override", categoryId }, note }],
      rule,
      true,
    );
    if (!decided.ok) return decided;
    const next = await claimNext(deps, scope, null);
    if (!next.ok) return next;
    return ok({
      to: next.value === null ? REVIEW : itemPath(next.value),
      flash: {
        kind: "done",
        text: rule === null
          ? "Decided."
          : `Decided, and the rule “${rule.name}” was made.`,
      },
    });
  },
});
