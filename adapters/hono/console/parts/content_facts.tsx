import type { CompanyRecord } from "../../../../src/records/record.ts";
import { Fact } from "./facts.tsx";
import { Day, Moment } from "./figures.tsx";

/** What a record says of itself, but for its text and amount; rows of a `Facts`. */
export function ContentFacts({ record }: { readonly record: CompanyRecord }) {
  return (
    <>
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
    </>
  );
}
