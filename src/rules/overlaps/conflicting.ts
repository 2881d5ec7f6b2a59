import type { Finding } from "./finding.ts";
import type { Meeting, Meetings } from "./meetings.ts";
import { named } from "./study.ts";

/** Rules that set different categories on one and the same record. Of two the earlier wins, whether it ends it or not. */
export function conflicting({ all }: Meetings): readonly Finding[] {
  return all.toSorted((a, b) =>
    b.records - a.records || a.later.place - b.later.place ||
    a.earlier.place - b.earlier.place
  ).map(conflict);
}

function conflict({ earlier, later, witness, records }: Meeting): Finding {
  const how = earlier.rule.continue
    ? "sets the category first, and no later rule changes it"
    : "stands first and ends it";
  return {
    kind: "conflicting",
    proof: "proven",
    ruleIds: [later.rule.id, earlier.rule.id],
    because: `${named(later)} and ${
      named(earlier)
    } match one record and set different categories; of the two ${
      named(earlier)
    } wins: it ${how}.`,
    witness,
    figures: { records, earlier_continues: earlier.rule.continue },
  };
}
