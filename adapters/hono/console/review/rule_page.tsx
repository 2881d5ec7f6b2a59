import { z } from "@hono/zod-openapi";
import { readApproval } from "../../../../src/approvals/use_cases/read_approval.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { isId } from "../../../../src/kernel/ids.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { findRecords } from "../../../../src/records/use_cases/find_records.ts";
import { draftRuleForOverride } from "../../../../src/rules/use_cases/draft_rule_for_override.ts";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { textOf } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { GoOn } from "./go_on.tsx";
import { approvalId } from "./item_page.tsx";
import { OverrideCard } from "./override_card.tsx";
import { RuleDraft } from "./rule_draft.tsx";
import { itemOn, queueOn, ruleOn, walkOf, walkShape } from "./walk.ts";

/**
 * The rule that an override speaks for, and what it would have changed; nothing is decided yet. The override comes in a
 * form: its note is for no address.
 */
export const rulePage = page({
  path: "/review/{id}/rule",
  action: "rules.read",
  expensive: true,
  id: approvalId,
  query: z.object({ ...walkShape, category_id: z.string().optional() }),
  async show({ deps, scope, frame: { may }, id, query, form }) {
    const [read, categories] = await Promise.all([
      readApproval(deps, scope, id),
      listCategories(deps, scope),
    ]);
    if (!read.ok) return read;
    if (!categories.ok) return categories;
    const item = read.value;
    const walk = walkOf(query);
    const names = new Map<string, string>(
      categories.value.map((one) => [one.id, one.name]),
    );
    const categoryId = textOf(form, "category_id") || query.category_id || "";
    const waits = item.state.kind === "waiting";
    const mayDecide = may("approvals.decide");
    const frame = {
      title: `A rule for ${names.get(categoryId) ?? "all like it"}`,
      trail: [
        { href: queueOn(walk), label: "Review" },
        { href: itemOn(walk, id), label: item.record.description },
      ],
    };
    if (!waits || !isId("cat", categoryId)) {
      return ok({
        ...frame,
        body: (
          <Empty title={waits ? "No category is chosen" : "It waits no more"}>
            <p>
              <a class="button" href={itemOn(walk, id)}>To the item</a>
            </p>
            {!waits && mayDecide && <GoOn walk={walk} />}
          </Empty>
        ),
      });
    }
    const said = {
      category_id: categoryId,
      record_version: textOf(form, "record_version") ||
        String(item.record.version),
      note: textOf(form, "note"),
    };
    const shared = { said, names, action: ruleOn(walk, id) };
    return ok({
      ...frame,
      lead:
        "Nothing is decided yet. Below stands what the rule would have done to the latest records.",
      body: (
        <>
          <FormTrouble form={form} labels={{ name: "Name" }} of="rule" />
          <OverrideCard {...shared} item={item} mayDecide={mayDecide} />
        </>
      ),
      // The records are looked through, which takes seconds.
      async rest() {
        const drafted = await draftRuleForOverride(deps, scope, {
          approvalId: id,
          verdict: { kind: "override", categoryId },
          definition: null,
        });
        if (!drafted.ok) {
          const { kind, title } = drafted.failure;
          if (kind !== "rule.nothing_to_propose") return drafted;
          return ok(
            <Empty title="No rule stands out">
              <p>{title}. You can still decide this one.</p>
            </Empty>,
          );
        }
        const { examples } = drafted.value.effect;
        const ids = examples.map(({ recordId }) => recordId);
        const shown = await findRecords(deps, scope, ids);
        if (!shown.ok) return shown;
        return ok(
          <RuleDraft
            {...shared}
            drafted={drafted.value}
            shown={shown.value}
            form={form}
            mayMake={mayDecide && may("rules.write")}
          />,
        );
      },
    });
  },
});
