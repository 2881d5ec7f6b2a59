import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import { DataTable } from "../parts/data_table.tsx";
import { SelectField } from "../parts/field.tsx";
import { Amount, Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { itemPath } from "../review/review_path.ts";
import { type FormState, textsOf } from "../shell/form_state.ts";
import type { QueueWorld } from "./queue_world.ts";

/** Items to tick, and who gets them. */
export function HandOutForm(
  { items, form, world: { names, deciders }, action }: {
    readonly items: readonly ReviewItem[];
    readonly form: FormState;
    readonly world: QueueWorld;
    readonly action: string;
  },
) {
  const ticked = new Set(textsOf(form, "item"));
  return (
    <form method="post" action={action} id="field-item" tabindex={-1}>
      <DataTable<ReviewItem>
        caption="Oldest first"
        columns={[
          {
            label: "Give",
            cell: ({ id, record }) => (
              <input
                type="checkbox"
                name="item"
                value={id}
                checked={ticked.has(id)}
                aria-label={`Give ${record.description}`}
              />
            ),
          },
          {
            label: "Record",
            isTitle: true,
            cell: ({ id, record }) => (
              <a href={itemPath(id)}>{record.description}</a>
            ),
          },
          {
            label: "Amount",
            align: "right",
            cell: ({ record }) => <Amount money={record.amount} />,
          },
          {
            label: "Suggestion",
            cell: ({ suggestion }) =>
              suggestion === null
                ? <span class="quiet">none</span>
                : names.get(suggestion) ?? suggestion,
          },
          {
            label: "Assigned to",
            cell: ({ assignedTo }) =>
              assignedTo === null
                ? <span class="quiet">nobody</span>
                : names.get(assignedTo) ??
                  <span class="quiet">nobody who may decide</span>,
          },
          {
            label: "Waits since",
            cell: ({ createdAt, overdue }) => (
              <>
                <Moment at={createdAt} />{" "}
                {overdue && <Tag tone="bad">Overdue</Tag>}
              </>
            ),
          },
        ]}
        rows={items}
      />
      <div class="card find">
        <SelectField
          form={form}
          name="member_id"
          label="Member"
          none="Choose a member"
          choices={[
            ...deciders.map(({ id, name }) => [id, name] as const),
            ["nobody", "Nobody: they are everybody’s again"],
          ]}
        />
        <button type="submit" class="primary">Give them what is ticked</button>
      </div>
    </form>
  );
}
