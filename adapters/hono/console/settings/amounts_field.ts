import { readDecimal } from "../../../../src/kernel/decimal.ts";
import { minorDigits, type Money } from "../../../../src/kernel/money.ts";
import { linesField } from "./lines_field.ts";

/** Amounts, one a line and one a currency: `500.00 GBP`. */
export const amountsField = linesField(50, amountOf).refine(
  (all) => new Set(all.map(({ currency }) => currency)).size === all.length,
  { error: "names a currency twice" },
);

function amountOf(
  line: string,
): { readonly value: Money } | { readonly wrong: string } {
  const [, sign, number = "", code = ""] =
    /^(-?)(\d+(?:\.\d+)?)\s*([a-z]{3})$/i.exec(line) ?? [];
  if (code === "") return { wrong: "is not an amount such as 500.00 GBP" };
  if (sign) return { wrong: "is below zero" };
  const currency = code.toUpperCase();
  if (minorDigits(currency) === undefined) {
    return { wrong: "has no currency code such as GBP" };
  }
  const read = readDecimal(number, currency);
  return "minor" in read
    ? { value: { minor: read.minor, currency } }
    : { wrong: read.wrong };
}
