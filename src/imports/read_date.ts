import { type Instant, readInstant } from "../kernel/instant.ts";
import type { Day } from "./found_row.ts";

/** In which order a date has its parts. */
export type DateOrder = "ymd" | "dmy" | "mdy";
export const DATE_ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy"];

/** A date, and the instant: midnight UTC where no time is told; a time without a zone is taken as UTC. */
export interface ReadDate {
  readonly day: Day;
  readonly instant: Instant;
}

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^f[eé]v|^feb/,
  /^m[aä]r|^mrt|^mar|^maa/,
  /^apr|^avr|^abr/,
  /^ma[iyg]|^mei/,
  /^jun|^juin|^giu/,
  /^jul|^juil|^lug/,
  /^aug|^ao[uû]|^ago/,
  /^sep|^set/,
  /^o[ck]t|^ott/,
  /^nov/,
  /^de[czs]|^d[eé]c|^dic/,
];

const PARTS =
  /^(\d{1,4}|\p{L}{3,9}\.?)[\s./\-]+(\d{1,2}|\p{L}{3,9}\.?)[\s./\-,]+(\d{1,4})(?:[\sT,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]m)?)?$/iu;

/** Reads a date whose order is known; a month may be named. Null for what is no date in that order. */
export function readDate(given: string, order: DateOrder): ReadDate | null {
  const text = given.trim();
  if (/^\d{4}-\d{2}-\d{2}T/i.test(text)) {
    return order === "ymd" ? zoned(text) : null;
  }
  const compact = /^\d{8}$/.test(text) ? splitCompact(text, order) : null;
  const parts = compact ?? PARTS.exec(text);
  if (!parts) return null;
  const [first, second, third] = [parts[1]!, parts[2]!, parts[3]!];
  const named = monthNamed(first) ?? monthNamed(second);
  let [year, month, day] = order === "ymd"
    ? [first, second, third]
    : order === "dmy"
    ? [third, second, first]
    : [third, first, second];
  if (named !== null) {
    // `31 Mar 2026` and `Mar 31, 2026` need no order.
    if (order === "ymd") return null;
    [year, month, day] = monthNamed(first) !== null
      ? [third, String(named), second]
      : [third, String(named), first];
  }
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const fullYear = yearOf(year);
  if (fullYear === null) return null;
  const date = `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = timeOf(parts[4], parts[5], parts[6], parts[7]);
  if (time === null) return null;
  const read = readInstant(time === "" ? date : `${date}T${time}Z`);
  return "wrong" in read ? null : { day: date as Day, instant: read.instant };
}

function zoned(text: string): ReadDate | null {
  const read = readInstant(
    /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
      ? text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")
      : `${text}Z`,
  );
  return "wrong" in read
    ? null
    // The day is the one that the file shows, whatever it is in UTC.
    : { day: text.slice(0, 10) as Day, instant: read.instant };
}

function splitCompact(text: string, order: DateOrder): string[] {
  return order === "ymd"
    ? [text, text.slice(0, 4), text.slice(4, 6), text.slice(6)]
    : [text, text.slice(0, 2), text.slice(2, 4), text.slice(4)];
}

function yearOf(text: string): number | null {
  const year = Number(text);
  if (/^\d{4}$/.test(text)) return year;
  if (!/^\d{2}$/.test(text)) return null;
  return year < 70 ? 2000 + year : 1900 + year;
}

function timeOf(
  hour: string | undefined,
  minute: string | undefined,
  second = "00",
  half: string | undefined,
): string | null {
  if (hour === undefined) return "";
  const given = Number(hour);
  if (half !== undefined && (given < 1 || given > 12)) return null;
  const full = half === undefined
    ? given
    : given % 12 + (half.toLowerCase() === "pm" ? 12 : 0);
  return `${String(full).padStart(2, "0")}:${minute}:${second}`;
}

function monthNamed(text: string): number | null {
  if (/^\d/.test(text)) return null;
  const at = MONTHS.findIndex((month) => month.test(text.toLowerCase()));
  return at < 0 ? null : at + 1;
}
