import type { ChartNumbers } from "./chart_spec.ts";
import { type ChartValue, compareValues, sumOfValues } from "./chart_value.ts";
import { sayNumber } from "./say_number.ts";

/** What has a bar, the largest first, and what a title says where not all have one: empty where all do. */
export function topBars<T>(
  all: readonly T[],
  /** What the bar is drawn of; null counts as nought. */
  value: (one: T) => ChartValue | null,
  { most, numbers }: { readonly most: number; readonly numbers: ChartNumbers },
): { readonly shown: readonly T[]; readonly said: string } {
  const size = (one: T) => value(one) ?? 0;
  const sorted = all.toSorted((a, b) => compareValues(size(b), size(a)));
  const [shown, rest] = [sorted.slice(0, most), sorted.slice(most)];
  if (rest.length === 0) return { shown, said: "" };
  const [count, others, sum] = [
    sayNumber(all.length, "count"),
    sayNumber(rest.length, "count"),
    sayNumber(sumOfValues(rest.map(size)), numbers),
  ];
  return {
    shown,
    said: `: the top ${most} of ${count}; the other ${others} together ${sum}`,
  };
}
