import { z } from "@hono/zod-openapi";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { listConnections } from "../../../../src/integrations/use_cases/list_connections.ts";
import { ok } from "../../../../src/kernel/result.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import {
  type ListedRecords,
  listRecords,
} from "../../../../src/records/use_cases/list_records.ts";
import { cursor } from "../../paging.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Amount, Day } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { FilterForm } from "./filter_form.tsx";
import { filterIn, filterQuery } from "./filter_query.ts";
import { recordPath } from "./record_path.ts";
import { StatusTag } from "./status_tag.tsx";

/** Records on a page. */
const LIMIT = 50;

/** The records of the company, the latest first, and what narrows them. */
export const listPage = page({
  path: "/records",
  action: "records.read",
  query: z.object({ ...filterQuery, cursor: cursor("rec").optional() }),
  async show({ deps, scope, query, filter, here }) {
    const [categories, connections] = await Promise.all([
      listCategories(deps, scope),
      listConnections(deps, scope),
    ]);
    if (!categories.ok) return categories;
    if (!connections.ok) return connections;
    const names = new Map(categories.value.map(({ id, name }) => [id, name]));
    return ok({
      title: "Records",
      lead: "Everything that came in, and what became of it.",
      body: (
        <FilterForm
          filter={filter}
          categories={categories.value}
          connections={connections.value}
        />
      ),
      // What few records fit is looked for among all of them.
      async rest() {
        const found = await listRecords(deps, scope, filterIn(query), {
          limit: LIMIT,
          cursor: query.cursor ?? null,
        });
        if (!found.ok) return found;
        const isAll = Object.keys(filter.values).length === 0;
        return ok(
          <>
            {found.value.data.length === 0
              ? <Nothing isAll={isAll} />
              : <Listed found={found.value} names={names} />}
            <Pager here={here} nextCursor={found.value.nextCursor} />
          </>,
        );
      },
    });
  },
});

function Listed(
  { found: { data, pending }, names }: {
    readonly found: ListedRecords;
    /** Of categories, by id. */
    readonly names: ReadonlyMap<string, string>;
  },
) {
  return (
    <DataTable<CompanyRecord>
      caption="Latest first"
      columns={[
        {
          label: "Description",
          isTitle: true,
          cell: ({ id, description }) => (
            <a href={recordPath(id)}>{description}</a>
          ),
        },
        { label: "Date", cell: (one) => <Day at={one.occurredAt} /> },
        {
          label: "Amount",
          align: "right",
          cell: (one) => <Amount money={one.amount} />,
        },
        {
          label: "Category",
          cell: ({ categoryId }) =>
            categoryId === null
              ? <span class="quiet">none</span>
              : names.get(categoryId) ?? categoryId,
        },
        {
          label: "Status",
          cell: (one) => (
            <>
              <StatusTag record={one} />
              {pending.has(one.id) && <Tag tone="note">Not booked yet</Tag>}
            </>
          ),
        },
      ]}
      rows={data}
    />
  );
}

function Nothing({ isAll }: { readonly isAll: boolean }) {
  return isAll
    ? (
      <Empty title="No records yet">
        <p>
          They come by the API, from files, or from the sources that are
          connected.
        </p>
      </Empty>
    )
    : (
      <Empty title="No record fits">
        <p>Try other words, or fewer conditions.</p>
        <p>
          <a class="button" href="/console/records">Show all records</a>
        </p>
      </Empty>
    );
}
