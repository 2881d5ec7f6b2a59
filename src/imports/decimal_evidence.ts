import { bareNumber, type DecimalSign } from "./read_decimal.ts";

/** What a column's numbers say of its decimal sign. */
export type DecimalEvidence =
  | { readonly kind: "known"; readonly sign: DecimalSign }
  /** No number has a fraction or groups: either sign reads them the same. */
  | { readonly kind: "any" }
  /** All that have one of the two signs could be read both ways: `1,234`. */
  | { readonly kind: "ambiguous"; readonly example: string }
  /** Some need the one, some the other, and neither is a rare slip. */
  | { readonly kind: "mixed"; readonly examples: readonly [string, string] };

/** Numbers that may need the other sign before the column counts as mixed: those rows are bad ones then. */
const SLIPS = 0.1;

/** Weighs every number of a column; texts that are no numbers say nothing. */
export function decimalEvidence(texts: Iterable<string>): DecimalEvidence {
  let example: string | null = null;
  const shown: { [sign in DecimalSign]: string[] } = { ".": [], ",": [] };
  for (const text of texts) {
    const number = bareNumber(text)?.number;
    if (number === undefined) continue;
    const sign = signShown(number);
    if (sign === "both") example ??= text;
    else if (sign !== null) shown[sign].push(text);
  }
  const [dots, commas] = [shown["."], shown[","]];
  const all = dots.length + commas.length;
  if (all === 0) {
    return example === null ? { kind: "any" } : { kind: "ambiguous", example };
  }
  if (Math.min(dots.length, commas.length) > all * SLIPS) {
    return { kind: "mixed", examples: [dots[0]!, commas[0]!] };
  }
  return { kind: "known", sign: dots.length > commas.length ? "." : "," };
}

/** The sign that a number must have; `both`: either would do; null: it has none. */
function signShown(number: string): DecimalSign | "both" | null {
  const dots = number.split(".").length - 1;
  const commas = number.split(",").length - 1;
  if (dots === 0 && commas === 0) return null;
  if (dots > 0 && commas > 0) {
    return number.lastIndexOf(".") > number.lastIndexOf(",") ? "." : ",";
  }
  // One kind only: more than one of it groups, and one before three digits could.
  const sign = dots > 0 ? "." : ",";
  if (dots + commas > 1) return dots > 0 ? "," : ".";
  const [whole = "", fraction = ""] = number.split(sign);
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldGroup ? "both" : sign;
}
