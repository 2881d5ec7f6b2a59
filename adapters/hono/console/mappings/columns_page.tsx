import { z } from "@hono/zod-openapi";
import type { CsvMapping } from "../../../../src/imports/csv_mapping.ts";
import { listCsvMappings } from "../../../../src/imports/use_cases/list_csv_mappings.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { cursor } from "../../paging.ts";
import { CONNECTIONS } from "../connections/connection_path.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { page } from "../shell/page.tsx";
import { COLUMNS, columnsPath } from "./mapping_path.ts";

/** Mappings on a page. */
const LIMIT = 50;

/** How columns of CSV files are read, for all connections. */
export const columnsPage = page({
  path: "/connections/columns",
  action: "records.read",
  query: z.object({ cursor: cursor("cmp").optional() }),
  async show({ deps, scope, frame, query, here }) {
    const found = await listCsvMappings(deps, scope, {
      limit: LIMIT,
      cursor: query.cursor ?? null,
    });
    if (!found.ok) return found;
    const { data, nextCursor } = found.value;
    return ok({
      title: "Columns of files",
      lead:
        "How CSV files are read, of whichever connection. An import names one, or finds the columns by itself.",
      trail: [{ href: CONNECTIONS, label: "Connections" }],
      tools: frame.may("records.write") && (
        <a class="button primary" href={`${COLUMNS}/new`}>New mapping</a>
      ),
      body: (
        <>
          {data.length === 0
            ? (
              <Empty title="No mappings yet">
                <p>
                  They are needed where a file could be read two ways, such as
                  dates that may begin with the day or the month.
                </p>
              </Empty>
            )
            : (
              <DataTable<CsvMapping>
                caption="Latest first"
                columns={[
                  {
                    label: "Name",
                    isTitle: true,
                    cell: ({ id, name, number }) => (
                      <a href={columnsPath(id)}>
                        {name}
                        <span class="unseen">{`, number ${number}`}</span>
                      </a>
                    ),
                  },
                  {
                    label: "Number",
                    align: "right",
                    cell: ({ number }) => number,
                  },
                  {
                    label: "Saved",
                    cell: ({ createdAt }) => <Moment at={createdAt} />,
                  },
                ]}
                rows={data}
              />
            )}
          <Pager here={here} nextCursor={nextCursor} />
        </>
      ),
    });
  },
});
