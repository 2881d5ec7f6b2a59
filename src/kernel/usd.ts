/** Most of a limit of money that is read: a thousand million dollars, exact in millionths. */
const MICROS_MAX = 1_000_000_000_000_000;

/** Millionths of a US dollar as decimal text with two to six digits after the point: `0.0125`, `10.00`. */
export function formatUsd(micros: number): string {
  const digits = String(micros).padStart(7, "0");
  const part = digits.slice(-6).replace(/0{1,4}$/, "");
  return `${digits.slice(0, -6)}.${part}`;
}

/** Reads decimal text of up to six digits after the point as millionths of a US dollar, or says why not. */
export function readUsd(
  text: string,
): { readonly micros: number } | { readonly wrong: string } {
  const [, whole, part = ""] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) {
    return { wrong: "is not an amount of dollars such as 12.50" };
  }
  const micros = Number(whole) * 1_000_000 + Number(part.padEnd(6, "0"));
  return micros > MICROS_MAX
    ? { wrong: "is more than a thousand million dollars" }
    : { micros };
}
