import type { ChartNumbers } from "./chart_spec.ts";
import type { ChartValue } from "./chart_value.ts";

/** The number as people read it, the same on every machine: `12,500`, `97.5 %`, `1,200.50`. Decimal text keeps all its digits. */
export function sayNumber(value: ChartValue, numbers: ChartNumbers): string {
  if (typeof value === "string") return grouped(value);
  if (numbers === "share") return `${tidy(value * 100, 1)} %`;
  if (numbers === "count") return grouped(tidy(value, 2));
  return grouped(value.toFixed(numbers.decimals));
}

/** As on an axis, where there is little room: `12.5k`, `3M`. */
export function sayShort(value: number, numbers: ChartNumbers): string {
  if (numbers === "share") return sayNumber(value, numbers);
  for (const [unit, sign] of [[1e12, "T"], [1e9, "G"], [1e6, "M"]] as const) {
    if (Math.abs(value) >= unit) return `${tidy(value / unit, 2)}${sign}`;
  }
  if (Math.abs(value) >= 10_000) return `${tidy(value / 1000, 2)}k`;
  return grouped(tidy(value, 2));
}

function tidy(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

/** Decimal text with a mark between thousands: `-1,200.50`. */
export function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}
