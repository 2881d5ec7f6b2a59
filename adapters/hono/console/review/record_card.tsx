import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import { Fact, Facts } from "../parts/facts.tsx";
import { Amount, Day, Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { REASON_WORDS } from "../parts/words.ts";

/** What the record says of itself, and why a person is asked. Nothing of how it stands: an audit is told apart by that. */
export function RecordCard({ item }: { readonly item: ReviewItem }) {
  const { record, because, dueAt, overdue } = item;
  return (
    <section class="card" aria-label="The record">
      <p class="sum">
        <Amount money={record.amount} />
      </p>
      <Facts>
        <Fact name="Counterparty">
          {record.counterparty ?? <span class="quiet">none</span>}
        </Fact>
        <Fact name="Date">
          <Day at={record.occurredAt} />
        </Fact>
        {Object.entries(record.attributes).map(([name, value]) => (
          <Fact name={name}>{String(value ?? "none")}</Fact>
        ))}
        <Fact name="Received">
          <Moment at={record.receivedAt} />
        </Fact>
        <Fact name="Why you are asked">{REASON_WORDS[because]}</Fact>
        {dueAt !== null && (
          <Fact name="Due">
            <Moment at={dueAt} /> {overdue && <Tag tone="bad">Overdue</Tag>}
          </Fact>
        )}
      </Facts>
      {item.state.kind !== "waiting" && (
        <p class="more">
          <a href={`/console/records/${record.id}`}>The record in full</a>
        </p>
      )}
    </section>
  );
}
