import { type Minor, minorDigits, readMinor } from "./money.ts";

/**
 * Reads a decimal amount such as `-12.5` of a currency into its minor units. Returns why not, as text: an unknown
 * currency, more digits than the currency has (trailing zeros aside), a JSON number that is no longer exact.
 */
export function readDecimal(
  value: string | number,
  currency: string,
): { readonly minor: Minor } | { readonly wrong: string } {
  const digits = minorDigits(currency);
  if (digits === undefined) {
    return { wrong: "has a currency that is not an ISO 4217 code" };
  }
  const text = typeof value === "number" ? String(value) : value.trim();
  const parts = /^([+-]?)(\d{1,19})(?:\.(\d{1,20}))?$/.exec(text);
  if (!parts) return { wrong: "is not a decimal number such as -12.50" };
  // A double has 15 decimal digits for sure (IEEE 754 binary64).
  if (typeof value === "number" && text.replace(/\D/g, "").length > 15) {
    return { wrong: "has more digits than a JSON number holds; send text" };
  }
  const fraction = (parts[3] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) {
    return { wrong: `has more than ${digits} decimal digits` };
  }
  const sign = parts[1] === "-" ? "-" : "";
  const minor = BigInt(`${sign}${parts[2]}${fraction.padEnd(digits, "0")}`);
  const whole = minor.toString();
  return whole.length > 20
    ? { wrong: "is larger than 64 bits hold" }
    : readMinor(whole);
}
