import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Amount } from "../parts/figures.tsx";

/** An override that is not decided yet, as forms carry it; blank is what it does not have. */
export interface Override {
  readonly category_id: string;
  readonly record_version: string;
  readonly note: string;
}

/** The override in a form. */
export function OverrideFields({ said }: { readonly said: Override }) {
  return (
    <>
      {Object.entries(said).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** What would be decided, of what; without a rule it can be decided at once, and it can be thought over. */
export function OverrideCard(
  { item: { record }, said, names, action, mayDecide }: {
    readonly item: ReviewItem;
    readonly said: Override;
    /** Of categories, by id. */
    readonly names: ReadonlyMap<string, string>;
    /** Where the form is sent to. */
    readonly action: string;
    readonly mayDecide: boolean;
  },
) {
  return (
    <Card title="The decision">
      <Facts>
        <Fact name="Record">{record.description}</Fact>
        <Fact name="Amount">
          <Amount money={record.amount} />
        </Fact>
        <Fact name="Category">
          {names.get(said.category_id) ?? said.category_id}
        </Fact>
        {said.note !== "" && <Fact name="Note">{said.note}</Fact>}
      </Facts>
      {mayDecide && (
        <form method="post" action={action} class="buttons more">
          <OverrideFields said={said} />
          <button type="submit" name="choice" value="without">
            Decide this record alone
          </button>
          <button type="submit" name="choice" value="back">
            Back to the item
          </button>
        </form>
      )}
    </Card>
  );
}
