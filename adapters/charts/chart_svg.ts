import type { ChartSpec } from "./chart_spec.ts";

/**
 * The chart as an `<svg>` to put into a page: an image with title and description,
 * coloured by the variables of `CHART_STYLE`, told apart by pattern, dash and mark
 * too. It holds no script, no style and no address, and the same spec is the same text.
 */
export async function chartSvg(spec: ChartSpec): Promise<string> {
  // The library is a third of a second and 10 MB: those who never draw do not load it.
  const { drawChart } = await import("./draw_chart.ts");
  return drawChart(spec);
}
