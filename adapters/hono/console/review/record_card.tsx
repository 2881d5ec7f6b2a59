import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import { ContentFacts } from "../parts/content_facts.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Amount, Moment } from "../parts/figures.tsx";
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
        <ContentFacts record={record} />
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
