/** Someone else changed what this unit of work had read: the unit starts over. */
export class StaleVersion extends Error {
  override readonly name = "StaleVersion";
}

/** Serialisation failure, deadlock. */
const LOST_RACES = ["40001", "40P01"];
const UNIQUE_VIOLATION = "23505";
/** Keys that are not made for the row but given, as a rule's id is: two units may add the same row. */
const GIVEN_KEYS = [
  "rule_overrides_pk",
  "rule_dismissals_pk",
  "external_members_pk",
  "external_organisations_pk",
];

/**
 * Whether starting the unit over may end well. A unique rule that is no key made for the row (a name taken in the same
 * instant) counts: on the second run the use case sees the other's row and says so.
 */
export function isLostRace(error: unknown): boolean {
  if (error instanceof StaleVersion) return true;
  const { code, constraint_name: constraint } = error as {
    code?: string;
    constraint_name?: string;
  };
  if (LOST_RACES.includes(code ?? "")) return true;
  return code === UNIQUE_VIOLATION &&
    (!constraint?.endsWith("_pk") || GIVEN_KEYS.includes(constraint));
}
