import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import type { Category } from "../../../../src/categories/category.ts";
import type { AlikeKey } from "../../../../src/kernel/ids.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { DataTable } from "../parts/data_table.tsx";
import { SelectField } from "../parts/field.tsx";
import { Amount, Day } from "../parts/figures.tsx";
import { type FormState, textsOf } from "../shell/form_state.ts";
import { REVIEW } from "./review_path.ts";
import { itemOn, queryOf, type Walk } from "./walk.ts";

/** The items of a group as they are shown, each with the version of its record, and what to say of those ticked. */
export function GroupForm(
  { id, items, categories, form, mayDecide, walk }: {
    readonly id: AlikeKey;
    readonly items: readonly ReviewItem[];
    readonly categories: readonly Category[];
    readonly form: FormState;
    readonly mayDecide: boolean;
    readonly walk: Walk;
  },
) {
  const names = new Map(categories.map((one) => [one.id, one.name]));
  const sent = textsOf(form, "item").map((one) => one.split(":")[0]);
  const isTicked = (item: ReviewItem) =>
    form.failure === null || sent.includes(item.id);
  const suggestions = new Set(items.map(({ suggestion }) => suggestion));
  const [suggestion] = suggestions;
  const isOne = suggestions.size === 1 && suggestion !== null &&
    suggestion !== undefined;
  const table = (
    <DataTable<ReviewItem>
      caption="Alike"
      columns={[
        ...mayDecide
          ? [{
            label: "Decide",
            cell: (item: ReviewItem) => (
              <input
                type="checkbox"
                name="item"
                value={`${item.id}:${item.record.version}`}
                checked={isTicked(item)}
                aria-label={`Decide ${item.record.description}`}
              />
            ),
          }]
          : [],
        {
          label: "Record",
          isTitle: true as const,
          cell: ({ id, record }: ReviewItem) => (
            <a href={itemOn(walk, id)}>{record.description}</a>
          ),
        },
        {
          label: "Date",
          cell: ({ record }: ReviewItem) => <Day at={record.occurredAt} />,
        },
        {
          label: "Amount",
          align: "right" as const,
          cell: ({ record }: ReviewItem) => <Amount money={record.amount} />,
        },
        {
          label: "Suggestion",
          cell: ({ suggestion }: ReviewItem) =>
            suggestion === null
              ? <span class="quiet">none</span>
              : names.get(suggestion) ?? suggestion,
        },
      ]}
      rows={items}
    />
  );
  if (!mayDecide) return table;
  return (
    <form method="post" action={`${REVIEW}/groups/${id}${queryOf(walk)}`}>
      {table}
      <div class="card decide group">
        <h2>What are they?</h2>
        {isOne && (
          <button
            type="submit"
            name="choice"
            value="approve"
            class="primary"
            data-key="1"
            aria-keyshortcuts="1"
          >
            <kbd aria-hidden="true">1</kbd>
            {names.get(suggestion) ?? suggestion}
          </button>
        )}
        <SelectField
          form={form}
          of="group"
          name="category_id"
          label={isOne ? "Another category" : "Category"}
          none="Choose a category"
          isLong
          keyHint="o"
          choices={categoryChoices(categories)}
        />
        <div class="buttons">
          <button type="submit" name="choice" value="override">
            Use this category
          </button>
          <button
            type="submit"
            name="choice"
            value="reject"
            class="danger"
            data-key="r"
            aria-keyshortcuts="r"
          >
            Not ones to sort <kbd aria-hidden="true">r</kbd>
          </button>
        </div>
      </div>
    </form>
  );
}
