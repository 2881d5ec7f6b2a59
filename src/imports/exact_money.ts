import { minorDigits, type Money, readMinor } from "../kernel/money.ts";

/** A decimal number in its parts: digits only. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** The amount in minor units, with no float between. Why not, as text: more decimals than the currency has, an unknown currency. */
export function exactMoney(
  { negative, whole, fraction }: Decimal,
  currency: string,
): { readonly money: Money } | { readonly wrong: string } {
  const digits = minorDigits(currency);
  if (digits === undefined) {
    return { wrong: "is in no currency of ISO 4217" };
  }
  if (/[1-9]/.test(fraction.slice(digits))) {
    return {
      wrong: `has more than the ${digits} decimals that ${currency} has`,
    };
  }
  const magnitude = (whole + fraction.slice(0, digits).padEnd(digits, "0"))
    .replace(/^0+(?=\d)/, "");
  const read = readMinor(
    negative && magnitude !== "0" ? `-${magnitude}` : magnitude,
  );
  return "wrong" in read ? read : { money: { minor: read.minor, currency } };
}
