import { chartSvg } from "../charts/chart_svg.ts";
import { reportCharts } from "../charts/report_charts.ts";
import { sayNumber } from "../charts/say_number.ts";
import type {
  ReportDocument,
  ReportHead,
} from "../../src/reports/report_document.ts";
import { cellKind, cellText } from "../../src/reports/cell_text.ts";
import type {
  Cell,
  Column,
  ColumnKind,
  Row,
} from "../../src/reports/report_table.ts";
import { HTML_STYLE } from "./html_style.ts";

/** Rows that a browser shows well; the other formats have all. */
const ROWS_MAX = 1_000;

/** The report as a page that needs nothing else: no script, and nothing that is loaded. */
export async function* htmlReport(
  { head, tables, detail }: ReportDocument,
): AsyncGenerator<string> {
  const figures = tables();
  yield opening(head);
  for (const chart of reportCharts(head.kind, figures)) {
    yield `<figure><figcaption>${escaped(chart.title)}</figcaption>
${await chartSvg(chart)}
</figure>\n`;
  }
  for (const { title, columns, rows, note } of figures) {
    yield `<section><h2>${escaped(title)}</h2>\n`;
    if (note !== null) yield `<p class="quiet">${escaped(note)}</p>\n`;
    yield tableOpening(title, columns);
    yield rows.map((row) => line(columns, row)).join("");
    yield `</tbody></table></div></section>\n`;
  }
  if (detail) {
    const { title, columns, count } = detail;
    yield `<section><h2>${escaped(title)}</h2>\n`;
    if (count !== null && count > ROWS_MAX) {
      yield `<p class="quiet">The first ${sayNumber(ROWS_MAX, "count")} of ${
        sayNumber(count, "count")
      }: CSV, XLSX and JSON have all.</p>\n`;
    }
    yield tableOpening(title, columns);
    let shown = 0;
    for await (const rows of detail.rows) {
      const some = rows.slice(0, ROWS_MAX - shown);
      shown += some.length;
      yield some.map((row) => line(columns, row)).join("");
      if (shown === ROWS_MAX) break;
    }
    yield `</tbody></table></div></section>\n`;
  }
  yield "</main></body></html>\n";
}

function opening(head: ReportHead): string {
  const { title, company, period, previous, filters, requestedAt, id } = head;
  const span = ({ from, to }: typeof period) =>
    `From ${moment(from)} to before ${moment(to)} (UTC)`;
  const only = Object.entries(filters)
    .map(([name, value]) => `${name} ${value}`).join(", ");
  const facts = [
    company,
    span(period),
    ...previous ? [`Compared: ${span(previous)}`] : [],
    ...only === "" ? [] : [`Only ${only}`],
    `Asked for on ${moment(requestedAt)} (UTC); ${id}`,
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${title} – ${company}`)}</title>
<style>${HTML_STYLE}</style></head><body><main>
<h1>${escaped(title)}</h1>
${facts.map((fact) => `<p class="quiet">${escaped(fact)}</p>`).join("\n")}\n`;
}

/** A day where it begins, else the minute. */
function moment(instant: string): string {
  const [day, time = ""] = instant.split("T");
  return time.startsWith("00:00:00") ? day! : `${day} ${time.slice(0, 5)}`;
}

/** A table that scrolls by itself is reached by the keyboard, and so is named. */
function tableOpening(title: string, columns: readonly Column[]): string {
  const headings = columns.map(({ label, kind }) =>
    `<th scope="col"${numeric(kind)}>${escaped(label)}</th>`
  ).join("");
  return `<div class="scroll" role="region" tabindex="0" aria-label="${
    escaped(title)
  }"><table><thead><tr>${headings}</tr></thead><tbody>\n`;
}

function line(columns: readonly Column[], row: Row): string {
  const cells = columns.map(({ name, kind }, at) => {
    const cell = row[at] ?? null;
    const text = typeof cell === "string"
      ? cellText(name, cell)
      : said(cell, cellKind(columns, row, at));
    return `<td${numeric(kind)}>${escaped(text)}</td>`;
  });
  return `<tr>${cells.join("")}</tr>\n`;
}

function numeric(kind: Column["kind"]): string {
  return kind === "text" || kind === "instant" ? "" : ' class="number"';
}

/** Amounts are told as they are, without marks between thousands: what is copied is a number. */
function said(cell: Exclude<Cell, string>, kind: ColumnKind): string {
  if (cell === null) return "";
  if (kind === "share") return sayNumber(cell, "share");
  return String(kind === "number" ? Number(cell.toFixed(4)) : cell);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
