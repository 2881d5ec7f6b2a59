import type { SourcedDraft } from "../../../../src/records/revision/sourced_draft.ts";
import { Fact, Facts } from "../parts/facts.tsx";
import { Amount, Day } from "../parts/figures.tsx";

/** A record as a mapping makes it. */
export function DraftFacts({ draft }: { readonly draft: SourcedDraft }) {
  const { externalId, counterparty, attributes, pending, supersedes } = draft;
  return (
    <Facts>
      <Fact name="Id at the source">{externalId}</Fact>
      <Fact name="Description">{draft.description}</Fact>
      <Fact name="Date">
        <Day at={draft.occurredAt} />
      </Fact>
      <Fact name="Amount">
        <Amount money={draft.amount} />
      </Fact>
      <Fact name="Counterparty">
        {counterparty ?? <span class="quiet">none</span>}
      </Fact>
      {Object.entries(attributes).map(([name, value]) => (
        <Fact name={name}>{String(value ?? "none")}</Fact>
      ))}
      {pending && <Fact name="Booked">not yet</Fact>}
      {supersedes !== null && <Fact name="Told before as">{supersedes}</Fact>}
    </Facts>
  );
}
