import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../../src/approvals/approval.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { findRecords } from "../../../../src/records/use_cases/find_records.ts";
import { draftRuleForOverride } from "../../../../src/rules/use_cases/draft_rule_for_override.ts";
import { idText, textUpTo } from "../../fields.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { Later } from "../parts/later.tsx";
import { FormTrouble, TextField } from "../parts/field.tsx";
import { ConditionWords, setsText } from "../parts/rule_words.tsx";
import { page } from "../shell/page.tsx";
import { approvalId } from "./item_page.tsx";
import { itemPath, REVIEW } from "./review_path.ts";
import { walkShape } from "./walk.ts";
import { RuleEffectTable } from "./rule_effect_table.tsx";

/** What the decision would be. */
export const ruleQuery = z.object({
  ...walkShape,
  category_id: idText("cat", "a category").optional(),
  note: textUpTo(1_000).optional(),
  /** Looking through the records takes seconds: the page is there first. */
  show: z.literal("now").optional(),
});

/** The rule that an override speaks for, and what it would have changed; nothing is decided yet. */
export const rulePage = page({
  path: "/review/{id}/rule",
  action: "rules.read",
  id: approvalId,
  query: ruleQuery,
  async show({ deps, scope, frame: { may }, id, query, form, here }) {
    const { category_id } = query;
    if (category_id === undefined) {
      return fail(approvalFailures.unknown_category());
    }
    const categories = await listCategories(deps, scope);
    if (!categories.ok) return categories;
    const names = new Map(categories.value.map((one) => [one.id, one.name]));
    const frame = {
      title: `A rule for ${names.get(category_id) ?? "this category"}`,
      lead:
        "Nothing is decided yet. Look at what the rule would have done to the latest records.",
      trail: [
        { href: REVIEW, label: "Review" },
        { href: itemPath(id), label: "Item" },
      ],
    };
    const target = `${here.pathname}${here.search}`;
    if (query.show === undefined && form.failure === null) {
      const href = `${target}&show=now`;
      return ok({
        ...frame,
        body: (
          <Later
            id="draft"
            href={href}
            what="The latest records are looked through"
          />
        ),
      });
    }
    const drafted = await draftRuleForOverride(deps, scope, {
      approvalId: id,
      verdict: { kind: "override", categoryId: category_id },
      definition: null,
    });
    if (!drafted.ok) {
      if (drafted.failure.kind !== "rule.nothing_to_propose") return drafted;
      return ok({
        ...frame,
        body: (
          <Empty title="No rule stands out" id="draft">
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
      ...frame,
      body: (
        <div id="draft">
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
                  {may("rules.write") && (
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
        </div>
      ),
    });
  },
});
