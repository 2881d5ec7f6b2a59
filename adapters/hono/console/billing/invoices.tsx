import type { Invoice } from "../../../../src/billing/invoice.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Amount, Day } from "../parts/figures.tsx";
import { Tag, type Tone } from "../parts/tag.tsx";

const STATUS: Readonly<
  Record<Invoice["status"], { readonly label: string; readonly tone: Tone }>
> = {
  draft: { label: "Not sent yet", tone: "plain" },
  open: { label: "To be paid", tone: "warn" },
  paid: { label: "Paid", tone: "good" },
  void: { label: "Void", tone: "plain" },
  uncollectible: { label: "Given up", tone: "bad" },
};

/** The latest invoices, as the payment provider has them. */
export function Invoices(
  { invoices }: { readonly invoices: readonly Invoice[] },
) {
  if (invoices.length === 0) {
    return <p class="quiet">There are no invoices yet.</p>;
  }
  return (
    <DataTable<Invoice>
      caption="Invoices, the latest first"
      columns={[
        {
          label: "Invoice",
          isTitle: true,
          cell: ({ id, number, url }) =>
            url === null ? number ?? id : (
              <a href={url} rel="noreferrer">
                {number ?? id}
                <span class="unseen">at the payment provider</span>
              </a>
            ),
        },
        { label: "Date", cell: (one) => <Day at={one.createdAt} /> },
        {
          label: "Total",
          align: "right",
          cell: (one) => <Amount money={one.total} />,
        },
        {
          label: "State",
          cell: ({ status }) => (
            <Tag tone={STATUS[status].tone}>{STATUS[status].label}</Tag>
          ),
        },
      ]}
      rows={invoices}
    />
  );
}
