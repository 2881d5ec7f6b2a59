import type { ChartValue } from "./chart_value.ts";

/** How a chart says its numbers: whole, as a share from 0 to 1, or with this many decimals. */
export type ChartNumbers = "count" | "share" | {
  readonly decimals: number;
};

/** Numbers of one name, one for each label; null where there is none. Drawing rounds them, what is told is exact. */
export type ChartSeries = {
  readonly name: string;
  readonly values: readonly (ChartValue | null)[];
  /** Between which bounds each value is, drawn as a band behind a line. */
  readonly interval?: readonly (readonly [low: number, high: number] | null)[];
};

/** What all charts have. */
type ChartBase = {
  /** Unlike that of any other chart of the page; letters, digits and `-`. */
  readonly id: string;
  /** What the chart shows, for those who do not see it: becomes its title. */
  readonly title: string;
  /** What it says, in a sentence; made of the numbers where it is absent. */
  readonly description?: string;
  /** What is along the chart: months, categories. */
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly numbers: ChartNumbers;
  /** Of its own coordinates; the drawing grows and shrinks with the page. 640 where absent. */
  readonly width?: number;
  /** 300 where absent; of horizontal bars, what their number needs. */
  readonly height?: number;
};

/** A chart: bars on each other along time, lines with bands, or bars that lie. */
export type ChartSpec = ChartBase & {
  readonly kind: "stacked_bars" | "lines" | "horizontal_bars";
};
