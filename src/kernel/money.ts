/** A signed decimal integer as text, e.g. `"-1250"`: exact beyond 2^53, and plain JSON. */
export type Minor = `${bigint}`;

/** An amount in the currency's minor unit (pence, cents; yen has none, the dinar has three digits). */
export interface Money {
  readonly minor: Minor;
  readonly currency: string;
}

/** Largest magnitude kept: 2^63 - 1, what a 64-bit integer column holds. */
const MINOR_MAX = 9_223_372_036_854_775_807n;

/** ISO 4217 (2026) active codes by number of minor-unit digits. */
const CODES_BY_DIGITS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};
const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_DIGITS).flatMap(([digits, codes]) =>
    codes.split(" ").map((code): [string, number] => [code, Number(digits)])
  ),
);

/** Every active currency. */
export const CURRENCIES: readonly string[] = [...DIGITS.keys()];

/** Digits after the decimal point of an ISO 4217 currency; undefined for an unknown code. */
export function minorDigits(currency: string): number | undefined {
  return DIGITS.get(currency);
}

/**
 * Reads minor units from a JSON number (a safe integer) or from decimal text.
 * Returns why not, as text: a fraction, a number beyond 2^53 (already rounded by JSON), more than 64 bits.
 */
export function readMinor(
  value: number | string,
): { readonly minor: Minor } | { readonly wrong: string } {
  if (typeof value === "number" && !Number.isInteger(value)) {
    return { wrong: "is not a whole number of minor units" };
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    return {
      wrong: "is beyond 2^53 and was rounded by JSON; send it as a string",
    };
  }
  if (typeof value === "string" && !/^-?\d{1,19}$/.test(value)) {
    return { wrong: "is not a whole number of minor units of up to 19 digits" };
  }
  const minor = BigInt(value);
  if (minor > MINOR_MAX || minor < -MINOR_MAX) {
    return { wrong: "is larger than 64 bits hold" };
  }
  return { minor: minor.toString() as Minor };
}

/** Minor units as JSON carries them best: a number while exact, else text. */
export function writeMinor(minor: Minor): number | string {
  const number = Number(minor);
  return Number.isSafeInteger(number) ? number : minor;
}

/** Minor units to calculate and compare with: a number while that is exact, else a `bigint`. JavaScript orders the two exactly. */
export function readWhole(minor: Minor): number | bigint {
  const number = Number(minor);
  return Number.isSafeInteger(number) ? number : BigInt(minor);
}

/** The amount in major units with the currency's digits: `-12.50 GBP`. */
export function formatMoney(money: Money): string {
  const digits = minorDigits(money.currency) ?? 2;
  const negative = money.minor.startsWith("-");
  const text = money.minor.replace("-", "").padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const part = digits === 0 ? "" : `.${text.slice(-digits)}`;
  return `${negative ? "-" : ""}${whole}${part} ${money.currency}`;
}
