import { z } from "@hono/zod-openapi";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { ok } from "../../../../src/kernel/result.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import { listRecords } from "../../../../src/records/use_cases/list_records.ts";
import { cursor } from "../../paging.ts";
import { filterOf, recordFilter } from "../../routes/record_filter_schema.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Amount, Day } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { page } from "../shell/page.tsx";

/** Records on a page. */
const LIMIT = 50;

export const listPage = page({
  path: "/records",
  action: "records.read",
  query: z.object({ ...recordFilter, cursor: cursor("rec").optional() }),
  async show({ deps, scope, query, here }) {
    const [found, categories] = await Promise.all([
      listRecords(deps, scope, filterOf(query), {
        limit: LIMIT,
        cursor: query.cursor ?? null,
      }),
      listCategories(deps, scope),
    ]);
    if (!found.ok) return found;
    if (!categories.ok) return categories;
    const names = new Map(categories.value.map(({ id, name }) => [id, name]));
    return ok({
      title: "Records",
      body: (
        <>
          {found.value.data.length === 0
            ? <Empty title="No records match" />
            : (
              <DataTable<CompanyRecord>
                caption="Records, latest first"
                columns={[
                  {
                    label: "Description",
                    isTitle: true,
                    cell: (one) => one.description,
                  },
                  { label: "Date", cell: (one) => <Day at={one.occurredAt} /> },
                  {
                    label: "Category",
                    cell: (one) => names.get(one.categoryId!) ?? "none",
                  },
                  {
                    label: "Amount",
                    align: "right",
                    cell: (one) => <Amount money={one.amount} />,
                  },
                ]}
                rows={found.value.data}
              />
            )}
          <Pager here={here} nextCursor={found.value.nextCursor} />
        </>
      ),
    });
  },
});
