import type { Instant } from "../../../../src/kernel/instant.ts";
import type { Rule, RuleStatistics } from "../../../../src/rules/rule.ts";
import { FLAG_HITS } from "../../../../src/rules/rule_overrides.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Day, Moment, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";

/** How often a rule hit and was overridden, and what it came from. */
export function RuleFigures(
  { rule, place, hits, overridden, flaggedAt }: {
    readonly rule: Rule;
    /** From 1; null of a rule that is not in force. */
    readonly place: number | null;
    readonly hits: RuleStatistics | null;
    readonly overridden: number;
    readonly flaggedAt: Instant | null;
  },
) {
  return (
    <Card title="How it does">
      {flaggedAt !== null && (
        <p>
          <Tag tone="warn">Often overridden</Tag>{" "}
          People decided otherwise three times within its last {FLAG_HITS}{" "}
          hits, as of <Day at={flaggedAt} />. Look whether it is still right.
        </p>
      )}
      <Facts>
        {place !== null && <Fact name="Place">{wholeText(place)}</Fact>}
        <Fact name="Version">{rule.version}</Fact>
        <Fact name="Hits">{wholeText(hits?.hits ?? 0)}</Fact>
        <Fact name="Last hit">
          <Moment at={hits?.lastHitAt ?? null} />
        </Fact>
        <Fact name="Overridden">{wholeText(overridden)}</Fact>
        <Fact name="Came from">
          <Origin rule={rule} />
        </Fact>
      </Facts>
    </Card>
  );
}

function Origin({ rule: { origin } }: { readonly rule: Rule }) {
  switch (origin?.kind) {
    case undefined:
      return <>a person</>;
    case "suggestion":
      return <>a suggestion</>;
    case "import":
      return <>a file</>;
    case "override":
      return (
        <>
          an override of{" "}
          <a href={`/console/records/${origin.record_id}`}>a record</a>
        </>
      );
  }
}
