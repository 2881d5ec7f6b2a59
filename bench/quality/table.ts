import type { Measures } from "./measures.ts";

/** A line of the table: a method and how it did. */
export interface TableRow {
  readonly name: string;
  readonly figures: Partial<Measures>;
}

/** What the methods are to be measured by, where a file is known: accuracy, coverage at 95 % and at 99 %. */
const GOALS: Readonly<Record<string, Partial<Measures>>> = {
  "birmingham_pcard.csv": { accuracy: 0.68, cov95: 0.42, cov99: 0.12 },
  "harrogate_invoices.csv": { accuracy: 0.8, cov95: 0.7, cov99: 0.4 },
};

const NAMES = ["accuracy", "macro_f1", "cov95", "cov99"] as const;

/** The methods below each other, as Markdown; the goal comes last where the file has one. */
export function tableOf(file: string, rows: readonly TableRow[]): string {
  const columns = NAMES.filter((name) =>
    rows.some(({ figures }) => figures[name] !== undefined)
  );
  const goal = GOALS[file];
  const line = (name: string, cells: readonly string[]) =>
    `| ${[name, ...cells].join(" | ")} |`;
  const cells = (figures: Partial<Measures>, sign = "") =>
    columns.map((name) => {
      const figure = figures[name];
      return figure === undefined ? "" : `${sign}${figure.toFixed(3)}`;
    });
  return [
    line(file, columns),
    line("---", columns.map(() => "---")),
    ...rows.map(({ name, figures }) => line(name, cells(figures))),
    ...goal && columns.length > 1 ? [line("**goal**", cells(goal, "≥ "))] : [],
  ].join("\n");
}
