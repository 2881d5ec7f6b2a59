import type { CompanyRecord } from "../../../../src/records/record.ts";
import { ContentFacts } from "../parts/content_facts.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Amount, percentText } from "../parts/figures.tsx";
import { fieldText } from "../parts/rule_words.tsx";
import { Tag } from "../parts/tag.tsx";
import { categoryName, type Known } from "./known.ts";
import { StatusTag } from "./status_tag.tsx";

/** What a record says, and how it stands. */
export function RecordFacts(
  { record, pending, known }: {
    readonly record: CompanyRecord;
    readonly pending: boolean;
    readonly known: Known;
  },
) {
  const { settledByPerson } = record;
  return (
    <section class="card" aria-label="The record" id="facts" data-fresh>
      <p class="sum">
        <Amount money={record.amount} />
      </p>
      <Facts>
        <Fact name="Category">
          <strong>{categoryName(known, record.categoryId)}</strong>
        </Fact>
        <Fact name="Status">
          <StatusTag record={record} />
          {pending && <Tag tone="note">Not booked yet</Tag>}
        </Fact>
        {record.confidence !== null && (
          <Fact name="Confidence">{percentText(record.confidence)}</Fact>
        )}
        <ContentFacts record={record} />
        {settledByPerson.length > 0 && (
          <Fact name="Set by people">
            {settledByPerson.map(fieldText).join(", ")}
          </Fact>
        )}
        <Fact name="Id at its source">
          <code>{record.externalId}</code>
        </Fact>
      </Facts>
    </section>
  );
}
