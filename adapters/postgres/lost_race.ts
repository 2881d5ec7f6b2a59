/** Someone else changed what this unit of work had read: the unit starts over. */
export class StaleVersion extends Error {
  override readonly name = "StaleVersion";
}

/** Serialisation failure, deadlock. */
const LOST_RACES = ["40001", "40P01"];
const UNIQUE_VIOLATION = "23505";

/**
 * Whether starting the unit over may end well. A unique rule that is no primary key (a name taken in the same
 * instant) counts: on the second run the use case sees the other's row and says so.
 */
export function isLostRace(error: unknown): boolean {
  if (error instanceof StaleVersion) return true;
  const { code, constraint_name: constraint } = error as {
    code?: string;
    constraint_name?: string;
  };
  return LOST_RACES.includes(code ?? "") ||
    (code === UNIQUE_VIOLATION && !constraint?.endsWith("_pk"));
}
