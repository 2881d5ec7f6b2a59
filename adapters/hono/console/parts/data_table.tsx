import type { Child } from "hono/jsx";

/** One column: its heading, and what stands in it for a row. */
export interface Column<T> {
  readonly label: string;
  cell(row: T): Child;
  /** Numbers stand right, so that they can be compared. */
  readonly align?: "right";
  /** The column that names the row: on a narrow screen it is the card's title. One at most. */
  readonly isTitle?: true;
}

/**
 * A table that becomes a card for each row on a narrow screen. Its roles are spelt out, since browsers forget them
 * where a table is shown in another way.
 */
export function DataTable<T>(
  { caption, columns, rows }: {
    /** What the table lists; read out, and shown above it. */
    readonly caption: string;
    readonly columns: readonly Column<T>[];
    readonly rows: readonly T[];
  },
) {
  return (
    <div class="listed">
      <table class="cards" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ label, align }) => (
              <th role="columnheader" scope="col" class={align ?? ""}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              {columns.map(({ label, align, isTitle, cell }) => (
                <td
                  role="cell"
                  data-label={label}
                  class={[align, isTitle && "title"].filter(Boolean).join(" ")}
                >
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
