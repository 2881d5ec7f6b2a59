/** RFC 3339, UTC, milliseconds: `2026-01-31T09:30:00.000Z`. Text, so every domain value is plain JSON. */
export type Instant = `${string}Z`;

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2}))?$/;

/** Years that a company's record can carry: before 1900 and from 2200 on it is a typing error. */
export const YEAR_FIRST = 1900;
export const YEAR_LAST = 2199;
const YEAR_WRONG = `has a year outside ${YEAR_FIRST} to ${YEAR_LAST}`;

/**
 * Reads an RFC 3339 date-time, or a full date (taken as midnight UTC).
 * Returns why not, as text, for anything else: a 30th of February, hour 25, a year out of range.
 */
export function readInstant(
  text: string,
): { readonly instant: Instant } | { readonly wrong: string } {
  const parts = RFC3339.exec(text);
  if (!parts) return { wrong: "is not an RFC 3339 date or date-time" };
  const [year, month, day] = [+parts[1]!, +parts[2]!, +parts[3]!];
  if (isOutside(year)) return { wrong: YEAR_WRONG };
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth) {
    return { wrong: "is not a day of the calendar" };
  }
  const instant = new Date(parts[4] ? text : `${text}T00:00:00Z`);
  // JavaScript takes hour 24 for the next midnight; RFC 3339 has no such hour.
  if (parts[4] === "24" || Number.isNaN(instant.getTime())) {
    return { wrong: "is not a time of the day" };
  }
  // An offset can carry a date over the edge.
  if (isOutside(instant.getUTCFullYear())) return { wrong: YEAR_WRONG };
  return { instant: instant.toISOString() as Instant };
}

function isOutside(year: number): boolean {
  return year < YEAR_FIRST || year > YEAR_LAST;
}

/** `instant` moved by `ms` milliseconds. */
export function plusMs(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}
