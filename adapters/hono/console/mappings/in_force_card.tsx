import type { Mapping } from "../../../../src/integrations/mapping.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment } from "../parts/figures.tsx";
import { makerText } from "../parts/maker_text.ts";

/** The mapping that is in force; undefined: nobody made one. */
export function InForceCard(
  { mapping, names }: {
    readonly mapping: Mapping | undefined;
    /** Of members, by id. */
    readonly names: ReadonlyMap<string, string>;
  },
) {
  if (!mapping) {
    return (
      <Card title="In force">
        <p>
          Nobody made one: what comes is taken for a record as it is, or for a
          list of them, <code>records</code>.
        </p>
      </Card>
    );
  }
  const { number, createdAt, createdBy, expression } = mapping;
  return (
    <Card title="In force">
      <Facts>
        <Fact name="Number">{number}</Fact>
        <Fact name="Since">
          <Moment at={createdAt} />
        </Fact>
        <Fact name="By">{makerText(createdBy, names)}</Fact>
      </Facts>
      <pre
        class="more wraps"
        tabindex={0}
        role="region"
        aria-label="Expression"
      >{expression}</pre>
    </Card>
  );
}
