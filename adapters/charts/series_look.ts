import { CHART_COLOURS } from "./chart_style.ts";

const PAGE = "var(--chart-page)";

/** Patterns over a bar's colour: the first has none, and neighbours never look alike. */
const PATTERNS = [
  null,
  { dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  { dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: 0 },
  { symbol: "circle", dashArrayX: [[7, 7], [0, 7, 7, 0]], dashArrayY: [7, 0] },
  { dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  { dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 2 },
  { symbol: "diamond", dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [9, 0] },
] as const;
const MARKS = ["circle", "rect", "triangle", "diamond"] as const;
const DASHES = ["solid", [6, 4], [2, 3], [9, 3, 2, 3]] as const;

/** How the series at this place looks: colour, and what tells it apart without colour. */
export function seriesLook(at: number) {
  const pattern = PATTERNS[at % PATTERNS.length];
  return {
    colour: `var(--chart-${at % CHART_COLOURS + 1})`,
    ...(pattern && { decal: { symbolSize: 0.8, ...pattern, color: PAGE } }),
    mark: MARKS[at % MARKS.length]!,
    dash: DASHES[at % DASHES.length]!,
    edge: PAGE,
  };
}
