/** What parts the cells of a row. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = typeof DELIMITERS[number];

/** Lines that are looked at. */
const LINES = 200;

/**
 * The sign that parts most lines into the same number of cells, two at least; null where none does. Quoted cells may hold
 * any of them. `text`: the beginning of a file, its line ends LF.
 */
export function csvDelimiter(text: string): Delimiter | null {
  const lines = text.split("\n", LINES).filter((line) => line.trim() !== "");
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = cellsIn(line, delimiter);
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    for (const [width, count] of widths) {
      // As many lines as possible; of two that part the same lines, the one that makes more cells.
      const score = count + width / 1_000;
      if (score > (best?.score ?? 0)) best = { delimiter, score };
    }
  }
  return best?.delimiter ?? null;
}

function cellsIn(line: string, delimiter: string): number {
  let cells = 1;
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) cells++;
  }
  return cells;
}
