import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { chartOption } from "./chart_option.ts";
import type { ChartSpec } from "./chart_spec.ts";
import { describeChart } from "./describe_chart.ts";
import { LEGEND_ROW_PX, legendRows } from "./legend_rows.ts";
import { tidySvg } from "./tidy_svg.ts";

use([
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  SVGRenderer,
]);

/** Draws the chart; see `chartSvg`. */
export function drawChart(spec: ChartSpec): string {
  const width = spec.width ?? 640;
  const legend = legendRows(spec.series.map(({ name }) => name), width);
  const height = spec.height ??
    heightOf(spec) + (legend - 1) * LEGEND_ROW_PX;
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    // A loop that redraws what moves; it would leave a timer behind, for nothing.
    chart.getZr().animation.start = () => {};
    chart.setOption(chartOption(spec, legend));
    return tidySvg(chart.renderToSVGString(), {
      id: spec.id,
      title: spec.title,
      description: spec.description ?? describeChart(spec),
      width,
      height,
    });
  } finally {
    chart.dispose();
  }
}

function heightOf(spec: ChartSpec): number {
  if (spec.kind !== "horizontal_bars") return 300;
  return 70 + spec.labels.length * (14 + 18 * spec.series.length);
}
