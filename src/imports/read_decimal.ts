import type { Decimal } from "./exact_money.ts";

/** What parts whole units from the fraction; the other one of the two may group thousands. */
export type DecimalSign = "." | ",";

/** Blanks and apostrophes group thousands wherever they stand between digits. */
const BLANKS = /[\s\u00a0\u2007\u2009\u202f'’]/gu;
/** Before or after the number: a sign or a code of a currency, a word for debit or credit. */
const AROUND =
  /^(?<lead>[^\d.,()+\-−]{0,6})(?<sign>[+\-−]?)(?<lead2>[^\d.,()+\-−]{0,6})(?<number>[\d.,]+)(?<after>[+\-−]?)(?<tail>[^\d.,()+\-−]{0,6})$/u;

interface Bare {
  readonly negative: boolean;
  /** Digits, dots and commas. */
  readonly number: string;
}

/** The number in a text without what stands around it: `-£1,234.50`, `(12,00)`, `1 234,50- EUR`, `12.50 DR`. */
export function bareNumber(text: string): Bare | null {
  const bracketed = /^\((.+)\)$/u.exec(text.trim());
  const plain = (bracketed?.[1] ?? text).replace(BLANKS, "");
  const groups = AROUND.exec(plain)?.groups;
  if (!groups || !/\d/.test(groups["number"]!)) return null;
  const { sign, after } = groups;
  if (sign !== "" && after !== "") return null;
  const words = `${groups["lead"]}${groups["lead2"]}${groups["tail"]}`;
  const marks = [bracketed !== null, isMinus(sign!), isMinus(after!)];
  const debit = /^dr\.?$|^db$/i.test(groups["tail"]!);
  if (/[;:"=<>/\\]/.test(words)) return null;
  return {
    negative: marks.some((one) => one) || debit,
    number: groups["number"]!,
  };
}

function isMinus(sign: string): boolean {
  return sign === "-" || sign === "−";
}

/** Reads a number whose decimal sign is known; null for anything else, and for thousands that are grouped wrong. */
export function readDecimal(text: string, sign: DecimalSign): Decimal | null {
  const bare = bareNumber(text);
  if (bare === null) return null;
  const [whole = "", fraction = "", more] = bare.number.split(sign);
  if (more !== undefined) return null;
  const group = sign === "." ? "," : ".";
  if (fraction.includes(group)) return null;
  if (!/^\d*$/.test(whole) && !isGrouped(whole, group)) return null;
  const digits = whole.replaceAll(group, "");
  if (digits + fraction === "") return null;
  return { negative: bare.negative, whole: digits || "0", fraction };
}

/** Groups of three, or as in India of two before the last three. */
function isGrouped(whole: string, group: string): boolean {
  const [first = "", ...rest] = whole.split(group);
  const last = rest.at(-1);
  return /^\d{1,3}$/.test(first) && last?.length === 3 &&
    rest.every((part) => /^\d{2,3}$/.test(part));
}

/** A number as standards write it: no groups, and whichever of the two signs before the fraction. */
export function readPlainDecimal(text: string): Decimal | null {
  const parts = /^([+-]?)(\d+)?(?:[.,](\d*))?$/.exec(text.trim());
  if (!parts || (parts[2] === undefined && !parts[3])) return null;
  return {
    negative: parts[1] === "-",
    whole: parts[2] ?? "0",
    fraction: parts[3] ?? "",
  };
}
