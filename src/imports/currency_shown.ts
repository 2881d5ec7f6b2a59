import { minorDigits } from "../kernel/money.ts";

/** Signs that one currency has, and no other. */
const SIGNS: Readonly<Record<string, string>> = {
  "£": "GBP",
  "€": "EUR",
  "₹": "INR",
  "₩": "KRW",
};

/** The currency that a column's name tells, as `Amount (GBP)` does, or that stands at every amount; null where none does, or more than one. */
export function currencyShown(
  names: readonly string[],
  amounts: readonly string[],
): string | null {
  const found = new Set<string>();
  for (const name of names) {
    for (const [word] of name.matchAll(/\b[A-Z]{3}\b|[£€₹₩]/gu)) {
      add(word, found);
    }
  }
  for (const text of amounts) {
    for (const [word] of text.matchAll(/[A-Z]{3}|[£€₹₩]/gu)) add(word, found);
  }
  const [one, other] = found;
  return one !== undefined && other === undefined ? one : null;
}

function add(word: string, found: Set<string>): void {
  const code = SIGNS[word] ?? word;
  if (minorDigits(code) !== undefined) found.add(code);
}
