import { z } from "@hono/zod-openapi";
import {
  groupPlaceIn,
  listGroups,
  type ShownGroup,
} from "../../../../src/approvals/use_cases/list_groups.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { placeQuery } from "../../paging.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Amount, Moment, wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { page } from "../shell/page.tsx";
import { REVIEW } from "./review_path.ts";
import { queryOf, queueOn, walkOf, walkShape } from "./walk.ts";

/** Groups on a page. */
const LIMIT = 25;

/** What waits by what is alike, the largest groups first. */
export const groupsPage = page({
  path: "/review/groups",
  action: "approvals.read",
  query: z.object({
    queue: walkShape.queue,
    cursor: placeQuery((text) => groupPlaceIn(text) !== null).cursor,
  }),
  async show({ deps, scope, query, here }) {
    const walk = walkOf({ queue: query.queue });
    const categories = await listCategories(deps, scope);
    if (!categories.ok) return categories;
    const names = new Map(categories.value.map((one) => [one.id, one.name]));
    return ok({
      title: "Alike ones",
      lead: "Records that are alike, to be decided together.",
      trail: [{ href: queueOn(walk), label: "Review" }],
      body: null,
      async rest() {
        const found = await listGroups(deps, scope, {
          queue: walk.queue,
          atLeast: 2,
        }, { limit: LIMIT, cursor: query.cursor ?? null });
        if (!found.ok) return found;
        const { data, nextCursor } = found.value;
        if (data.length === 0) {
          return ok(
            <Empty title="Nothing alike waits">
              <p>
                <a class="button" href={queueOn(walk)}>To what waits</a>
              </p>
            </Empty>,
          );
        }
        return ok(
          <>
            <DataTable<ShownGroup>
              caption="The largest first"
              columns={[
                {
                  label: "Such as",
                  isTitle: true,
                  cell: ({ key, sample }) => (
                    <a href={`${REVIEW}/groups/${key}${queryOf(walk)}`}>
                      {sample[0]?.record.description ?? key}
                    </a>
                  ),
                },
                {
                  label: "Records",
                  align: "right",
                  cell: ({ count }) => (
                    <span class="number">{wholeText(count)}</span>
                  ),
                },
                {
                  label: "In all",
                  align: "right",
                  cell: ({ totals }) => (
                    <>
                      {totals.map((total, i) => (
                        <>
                          {i > 0 && ", "}
                          <Amount money={total} />
                        </>
                      ))}
                    </>
                  ),
                },
                {
                  label: "Suggestion",
                  cell: ({ suggestion }) =>
                    suggestion === null
                      ? <span class="quiet">none</span>
                      : names.get(suggestion) ?? suggestion,
                },
                {
                  label: "Oldest",
                  cell: ({ oldestAt }) => <Moment at={oldestAt} />,
                },
              ]}
              rows={data}
            />
            <Pager here={here} nextCursor={nextCursor} />
          </>,
        );
      },
    });
  },
});
