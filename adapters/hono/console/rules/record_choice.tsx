import type { RecordId } from "../../../../src/kernel/ids.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Amount, Day } from "../parts/figures.tsx";

/** Records that words were found in, to choose one. */
export function RecordChoice(
  { records, words, hrefOf }: {
    readonly records: readonly CompanyRecord[];
    readonly words: string;
    hrefOf(id: RecordId): string;
  },
) {
  if (records.length === 0) {
    return (
      <Empty title="No record found">
        <p>
          None has “{words}” in its description or counterparty. An id works
          too.
        </p>
      </Empty>
    );
  }
  return (
    <DataTable<CompanyRecord>
      caption="Choose a record; the latest first"
      columns={[
        {
          label: "Record",
          isTitle: true,
          cell: ({ id, description }) => <a href={hrefOf(id)}>{description}</a>,
        },
        {
          label: "Counterparty",
          cell: ({ counterparty }) =>
            counterparty ?? <span class="quiet">none</span>,
        },
        { label: "Date", cell: ({ occurredAt }) => <Day at={occurredAt} /> },
        {
          label: "Amount",
          align: "right",
          cell: ({ amount }) => <Amount money={amount} />,
        },
      ]}
      rows={records}
    />
  );
}
