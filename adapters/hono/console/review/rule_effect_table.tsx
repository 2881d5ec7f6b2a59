import type { RecordId } from "../../../../src/kernel/ids.ts";
import type { JsonObject } from "../../../../src/kernel/json.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type { RuleEffect } from "../../../../src/rules/suggestions/last_rule_effect.ts";
import { Card } from "../parts/card.tsx";
import { DataTable } from "../parts/data_table.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { wholeText } from "../parts/figures.tsx";
import { fieldText } from "../parts/rule_words.tsx";

/** What a rule would have changed: figures, and the latest records field by field. */
export function RuleEffectTable(
  { effect, shown, names }: {
    readonly effect: RuleEffect;
    /** The records of its examples. */
    readonly shown: ReadonlyMap<RecordId, CompanyRecord>;
    /** Of categories, by id. */
    readonly names: ReadonlyMap<string, string>;
  },
) {
  const { right, wrong } = effect.agreement;
  type Row = RuleEffect["examples"][number];
  return (
    <div>
      <Card title="What it would have done to other records">
        <Facts>
          <Fact name="Records decided">{wholeText(effect.decides)}</Fact>
          <Fact name="Of them changed">{wholeText(effect.changes)}</Fact>
          <Fact name="As people decided">
            {wholeText(right)} of {wholeText(right + wrong)}
          </Fact>
          <Fact name="Questions saved">{wholeText(effect.reviewsSaved)}</Fact>
        </Facts>
      </Card>
      {effect.examples.length > 0 && (
        <DataTable<Row>
          caption={effect.changes > effect.examples.length
            ? `The latest ${effect.examples.length} of ${
              wholeText(effect.changes)
            } changes`
            : "The changes"}
          columns={[
            {
              label: "Record",
              isTitle: true,
              cell: ({ recordId }) => (
                <a href={`/console/records/${recordId}`}>
                  {shown.get(recordId)?.description ?? recordId}
                </a>
              ),
            },
            {
              label: "Before",
              cell: ({ before }) => fieldsText(before, names),
            },
            {
              label: "After",
              cell: ({ after }) => <ins>{fieldsText(after, names)}</ins>,
            },
          ]}
          rows={effect.examples}
        />
      )}
    </div>
  );
}

function fieldsText(
  fields: JsonObject,
  names: ReadonlyMap<string, string>,
): string {
  return Object.entries(fields).map(([field, value]) => {
    const text = value === null
      ? "none"
      : names.get(String(value)) ?? String(value);
    return field === "category_id" ? text : `${fieldText(field)}: ${text}`;
  }).join(", ");
}
