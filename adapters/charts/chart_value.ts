/** A number, or decimal text (`-12.50`) of an amount that is told to the last digit, also beyond 2^53. */
export type ChartValue = number | string;

/** Less than nought where the first is the smaller: exact of decimal texts, whatever their size. */
export function compareValues(a: ChartValue, b: ChartValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const places = Math.max(decimalsOf(a), decimalsOf(b));
  const more = scaled(a, places) - scaled(b, places);
  return more > 0n ? 1 : more < 0n ? -1 : 0;
}

/** All of them together: decimal text where one of them is, else a number. */
export function sumOfValues(values: readonly ChartValue[]): ChartValue {
  const numbers = values.filter((one) => typeof one === "number");
  if (numbers.length === values.length) {
    return numbers.reduce((sum, one) => sum + one, 0);
  }
  const places = Math.max(...values.map(decimalsOf));
  const sum = values.reduce((all, one) => all + scaled(one, places), 0n);
  const digits = `${sum < 0n ? -sum : sum}`.padStart(places + 1, "0");
  const whole = `${sum < 0n ? "-" : ""}${
    digits.slice(0, digits.length - places)
  }`;
  return places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
}

function decimalsOf(value: ChartValue): number {
  return String(value).split(".")[1]?.length ?? 0;
}

function scaled(value: ChartValue, places: number): bigint {
  const [whole = "", fraction = ""] = String(value).split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}
