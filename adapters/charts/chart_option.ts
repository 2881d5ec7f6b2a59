import type { EChartsCoreOption } from "echarts/core";
import type { ChartSeries, ChartSpec } from "./chart_spec.ts";
import { LEGEND_GAP_PX, LEGEND_ROW_PX } from "./legend_rows.ts";
import { sayNumber, sayShort } from "./say_number.ts";
import { seriesLook } from "./series_look.ts";

const TEXT = "var(--chart-text)";
const LINE = "var(--chart-line)";
const FONT_PX = 13;
/** A digit of that size, in the widest of the fonts that pages use. */
const LETTER_PX = 8.5;

/** Points of a line that are each marked; of more some are. */
const MARKS_MAX = 60;

/** What the library is told to draw: the chart's data, and our looks. `legend`: how many rows it takes. */
export function chartOption(
  spec: ChartSpec,
  legend: number,
): EChartsCoreOption {
  const lying = spec.kind === "horizontal_bars";
  const many = spec.series.length > 1;
  const labels = {
    type: "category",
    data: [...spec.labels],
    inverse: lying,
    boundaryGap: spec.kind !== "lines",
    axisLabel: {
      color: TEXT,
      fontSize: FONT_PX,
      hideOverlap: !lying,
      // The last one would be cut off at the edge.
      ...(!lying && { alignMaxLabel: "right" as const }),
      ...(lying && { width: 150, overflow: "truncate", interval: 0 }),
    },
    axisLine: { lineStyle: { color: TEXT } },
    axisTick: { show: false },
  };
  const values = {
    type: "value",
    // Bars that lie say their numbers themselves.
    splitNumber: lying ? 2 : 4,
    axisLabel: {
      color: TEXT,
      fontSize: FONT_PX,
      hideOverlap: true,
      formatter: (value: number) => sayShort(value, spec.numbers),
    },
    splitLine: { lineStyle: { color: LINE } },
    ...(spec.numbers === "share" && shareAxis(spec)),
    ...(spec.numbers === "count" && { minInterval: 1 }),
  };
  return {
    animation: false,
    // Widths of letters are only guessed on a server: room is left, nothing is cut.
    grid: {
      left: lying ? 24 : 12,
      right: lying ? 12 + LETTER_PX * longestNumber(spec) : 20,
      top: 14,
      bottom: many ? 14 + legend * LEGEND_ROW_PX : 12,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    ...(many && {
      legend: {
        data: spec.series.map(({ name }) => name),
        type: "plain",
        bottom: 0,
        itemGap: LEGEND_GAP_PX,
        textStyle: { color: TEXT, fontSize: FONT_PX },
      },
    }),
    xAxis: lying ? values : labels,
    yAxis: lying ? labels : values,
    series: spec.series.flatMap((series, at) => drawn(spec, series, at)),
  };
}

function drawn(spec: ChartSpec, series: ChartSeries, at: number): object[] {
  const look = seriesLook(at);
  // The edge of a bar of nothing would be a mark on the axis.
  const isNothing = spec.kind === "stacked_bars" ? 0 : null;
  const data = series.values.map((value) =>
    value === null || value === isNothing ? "-" : Number(value)
  );
  if (spec.kind === "lines") {
    return [
      ...band(series, look.colour),
      {
        name: series.name,
        type: "line",
        data,
        symbol: look.mark,
        symbolSize: 8,
        showAllSymbol: spec.labels.length <= MARKS_MAX,
        itemStyle: { color: look.colour },
        lineStyle: { color: look.colour, width: 2, type: look.dash },
      },
    ];
  }
  const lying = spec.kind === "horizontal_bars";
  return [{
    name: series.name,
    type: "bar",
    data,
    barMaxWidth: lying ? 18 : 44,
    itemStyle: {
      color: look.colour,
      ...(look.decal && { decal: look.decal }),
      borderColor: look.edge,
      borderWidth: lying ? 0 : 1,
    },
    ...(!lying && { stack: "all" }),
    ...(lying && {
      label: {
        show: true,
        position: "right",
        color: TEXT,
        fontSize: FONT_PX,
        // Of what the chart is told: what is drawn is rounded.
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const value = series.values[dataIndex] ?? null;
          return value === null ? "" : sayNumber(value, spec.numbers);
        },
      },
    }),
  }];
}

/** Bars stand on nought; lines of shares near 100 % are looked at closely. */
function shareAxis(spec: ChartSpec): object {
  const lowest = Math.min(
    ...spec.series.flatMap(({ values, interval = [] }) => [
      ...values.flatMap((value) => value === null ? [] : Number(value)),
      ...interval.flatMap((bounds) => bounds?.[0] ?? []),
    ]),
  );
  const near = spec.kind === "lines" && Number.isFinite(lowest);
  if (near && lowest >= 0.8) return { min: 0.8, max: 1, interval: 0.05 };
  if (near && lowest >= 0.5) return { min: 0.5, max: 1, interval: 0.1 };
  return { min: 0, max: 1, interval: 0.25 };
}

function longestNumber(spec: ChartSpec): number {
  const said = spec.series.flatMap(({ values }) =>
    values.map((value) =>
      value === null ? 0 : sayNumber(value, spec.numbers).length
    )
  );
  return Math.max(0, ...said);
}

/** A band is two lines that are not seen, the upper one's area standing on the lower one. */
function band(series: ChartSeries, colour: string): object[] {
  if (series.interval === undefined) return [];
  const part = (data: (number | string)[], areaStyle?: object) => ({
    type: "line",
    stack: `band of ${series.name}`,
    stackStrategy: "all",
    data,
    symbol: "none",
    silent: true,
    itemStyle: { color: colour },
    lineStyle: { opacity: 0 },
    ...(areaStyle && { areaStyle }),
  });
  return [
    part(series.interval.map((bounds) => bounds?.[0] ?? "-")),
    part(
      series.interval.map((bounds) => bounds ? bounds[1] - bounds[0] : "-"),
      { color: colour, opacity: 0.22 },
    ),
  ];
}
