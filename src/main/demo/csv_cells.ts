import { readInstant } from "../../kernel/instant.ts";
import { minorDigits, type Money, readMinor } from "../../kernel/money.ts";

/** Reads `2026-01-31`, with or without a time, or `31/01/2026` (day first; also with `-` or `.`). */
export function readDay(
  text: string,
): { readonly date: string } | { readonly wrong: string } {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s.*)?$/.exec(text);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T\s].*)?$/.exec(text);
  const day = british
    ? [british[3], british[2]!.padStart(2, "0"), british[1]!.padStart(2, "0")]
      .join("-")
    : iso?.[1];
  const read = readInstant(day ?? text);
  if ("wrong" in read) return { wrong: `date ${quoted(text)} ${read.wrong}` };
  return { date: read.instant.slice(0, 10) };
}

/** Reads `-1,234.56`, `1234.5-`, `(12.00)`, `£12`, exactly: text to minor units with no float between. */
export function readAmount(
  text: string,
  currency: string,
): { readonly amount: Money } | { readonly wrong: string } {
  const wrong = { wrong: `amount ${quoted(text)} is not a number` };
  const bare = text.replace(/[\s£$€]/gu, "");
  const bracketed = /^\((.+)\)$/.exec(bare)?.[1];
  const parts = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?(-?)$/
    .exec(bracketed ?? bare);
  const [, before, whole = "", fraction = "", after] = parts ?? [];
  if (!parts || whole + fraction === "" || (before && after)) return wrong;
  const digits = minorDigits(currency);
  if (digits === undefined) {
    throw new Error(`${quoted(currency)} is not a currency of ISO 4217`);
  }
  if (/[1-9]/.test(fraction.slice(digits))) {
    return { wrong: `amount ${quoted(text)} has more than ${digits} decimals` };
  }
  const negative = bracketed !== undefined || before === "-" || after === "-";
  const magnitude = whole.replaceAll(",", "") +
    fraction.slice(0, digits).padEnd(digits, "0");
  const read = readMinor(
    `${negative ? "-" : ""}${magnitude.replace(/^0+(?=\d)/, "")}`,
  );
  if ("wrong" in read) return { wrong: `amount ${quoted(text)} ${read.wrong}` };
  return { amount: { minor: read.minor, currency } };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
