import { cellKind, cellText } from "../../../../src/reports/cell_text.ts";
import type {
  Cell,
  Column,
  ColumnKind,
  ReportTable,
  Row,
} from "../../../../src/reports/report_table.ts";
import { grouped } from "../../../charts/say_number.ts";
import type { Instant } from "../../../../src/kernel/instant.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Moment, percentText, wholeText } from "../parts/figures.tsx";

/** Rows that are shown; the files have all. */
const ROWS = 50;

/** Figures of a report, as they stand in its files. */
export function FiguresTable({ table }: { readonly table: ReportTable }) {
  const { title, note, rows } = table;
  // Ids are for programs: what they name stands beside them.
  const columns = table.columns.map((column, at) => ({ column, at }))
    .filter(({ column: { name } }) => !name.endsWith("_id"));
  if (rows.length === 0) {
    return <p class="quiet">{title}: nothing in this period.</p>;
  }
  const isCut = rows.length > ROWS;
  return (
    <>
      <div class="wide-table" role="region" aria-label={title} tabindex={0}>
        <DataTable<Row>
          caption={isCut
            ? `${title}: the first ${ROWS} of ${
              wholeText(rows.length)
            }, all are in the files`
            : title}
          columns={columns.map(({ column, at }, place) => ({
            label: column.label,
            cell: (row: Row) => (
              <Figure
                column={column}
                kind={cellKind(table.columns, row, at)}
                cell={row[at] ?? null}
              />
            ),
            ...place === 0 && { isTitle: true as const },
            ...!["text", "instant"].includes(column.kind) &&
              { align: "right" as const },
          }))}
          rows={rows.slice(0, ROWS)}
        />
      </div>
      {note !== null && <p class="quiet">{note}</p>}
    </>
  );
}

function Figure(
  { column, kind, cell }: {
    readonly column: Column;
    readonly kind: ColumnKind;
    readonly cell: Cell;
  },
) {
  if (cell === null) return <span class="quiet">–</span>;
  switch (kind) {
    case "count":
      return <span class="number">{wholeText(Number(cell))}</span>;
    case "share":
      return <span class="number">{percentText(Number(cell))}</span>;
    case "instant":
      return <Moment at={cell as Instant} />;
    case "text":
      return <>{cellText(column.name, String(cell))}</>;
    case "number":
      return <span class="number">{Number(Number(cell).toFixed(4))}</span>;
    // Exact text, to the last digit.
    case "amount":
      return <span class="number">{grouped(String(cell))}</span>;
  }
}
