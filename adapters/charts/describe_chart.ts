import type { ChartSpec } from "./chart_spec.ts";
import { compareValues } from "./chart_value.ts";
import { sayNumber } from "./say_number.ts";

/** Beyond this a list is noise to listen to; the page's table has all of it. */
const SERIES_TOLD_MAX = 6;

/** What the chart says, in words: of each series its range, and where it ends. */
export function describeChart(spec: ChartSpec): string {
  const told = spec.series.slice(0, SERIES_TOLD_MAX).map(({ name, values }) => {
    const known = values.flatMap((value, at) =>
      value === null ? [] : [{ value, label: spec.labels[at] ?? "" }]
    );
    const [first] = known;
    if (first === undefined) return `${name}: no values`;
    const say = (of: typeof first) =>
      `${sayNumber(of.value, spec.numbers)} (${of.label})`;
    const low = known.reduce((a, b) =>
      compareValues(b.value, a.value) < 0 ? b : a
    );
    const high = known.reduce((a, b) =>
      compareValues(b.value, a.value) > 0 ? b : a
    );
    return compareValues(low.value, high.value) === 0
      ? `${name}: ${sayNumber(first.value, spec.numbers)} throughout`
      : `${name}: from ${say(low)} to ${say(high)}`;
  });
  const more = spec.series.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; ") + ".";
}
