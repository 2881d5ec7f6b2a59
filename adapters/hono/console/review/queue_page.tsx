import { z } from "@hono/zod-openapi";
import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import {
  placeIn,
  REVIEW_ORDERS,
} from "../../../../src/approvals/review_order.ts";
import { listApprovals } from "../../../../src/approvals/use_cases/list_approvals.ts";
import { listQueues } from "../../../../src/approvals/use_cases/list_queues.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { isId } from "../../../../src/kernel/ids.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { placeQuery } from "../../paging.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Amount, Day, Moment, percentText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { QueueChoice } from "./queue_choice.tsx";
import { itemPath, REVIEW } from "./review_path.ts";
import { walkOf, walkShape } from "./walk.ts";
import { WalkFields } from "./walk_fields.tsx";

/** Items on a page. */
const LIMIT = 25;

/** What waits for a person, what is worth most first. */
export const queuePage = page({
  path: "/review",
  action: "approvals.read",
  query: z.object({
    queue: walkShape.queue,
    order: z.enum(REVIEW_ORDERS).default("uncertainty"),
    cursor: placeQuery((text) => isId("apr", text) || placeIn(text) !== null)
      .cursor,
  }),
  async show({ deps, scope, frame, query, here, form }) {
    const { order, cursor = null } = query;
    const walk = walkOf({ queue: query.queue });
    // A place of another order than the one asked for: the list begins anew.
    const isOfOrder = cursor === null ||
      (placeIn(cursor) !== null) === (order === "uncertainty");
    return ok({
      title: "Review",
      lead: "What Balance is not sure about. Each answer teaches.",
      tools: (
        <div class="buttons of-list">
          <a
            class="button"
            href={`${REVIEW}/groups`}
            data-key="g"
            aria-keyshortcuts="g"
          >
            Alike ones <kbd aria-hidden="true">g</kbd>
          </a>
          {frame.may("approvals.decide") && (
            <form method="post" action={`${REVIEW}/next`}>
              <WalkFields walk={walk} />
              <button
                type="submit"
                class="primary"
                data-key="n"
                aria-keyshortcuts="n"
              >
                Start reviewing <kbd aria-hidden="true">n</kbd>
              </button>
            </form>
          )}
        </div>
      ),
      body: <FormTrouble form={form} />,
      // Whatever waits is counted.
      async rest() {
        const [queues, found, categories] = await Promise.all([
          listQueues(deps, scope),
          listApprovals(deps, scope, {
            state: "waiting",
            queue: walk.queue,
            order,
          }, { limit: LIMIT, cursor: isOfOrder ? cursor : null }),
          listCategories(deps, scope),
        ]);
        if (!queues.ok) return queues;
        if (!found.ok) return found;
        if (!categories.ok) return categories;
        const { data, nextCursor } = found.value.page;
        const names = new Map(
          categories.value.map((one) => [one.id, one.name]),
        );
        return ok(
          <>
            <QueueChoice
              {...queues.value}
              chosen={walk.queue}
              order={order}
              mayWrite={frame.may("review_queues.write")}
            />
            {data.length === 0
              ? <NothingWaits />
              : <Waiting items={data} names={names} order={order} />}
            <Pager here={here} nextCursor={nextCursor} />
          </>,
        );
      },
    });
  },
});

function NothingWaits() {
  return (
    <Empty title="Nothing waits for you">
      <p>
        New records are settled by rules, by what was approved before, or by a
        model. What none of them is sure about waits here.
      </p>
      <p>
        <a class="button" href="/console/records">See all records</a>
      </p>
    </Empty>
  );
}

function Waiting(
  { items, names, order }: {
    readonly items: readonly ReviewItem[];
    readonly names: ReadonlyMap<string, string>;
    readonly order: typeof REVIEW_ORDERS[number];
  },
) {
  return (
    <DataTable<ReviewItem>
      caption={order === "oldest"
        ? "Oldest first"
        : "Where an answer is worth most, first"}
      columns={[
        {
          label: "Record",
          isTitle: true,
          cell: ({ id, record }) => (
            <a href={itemPath(id)}>{record.description}</a>
          ),
        },
        { label: "Date", cell: ({ record }) => <Day at={record.occurredAt} /> },
        {
          label: "Amount",
          align: "right",
          cell: ({ record }) => <Amount money={record.amount} />,
        },
        {
          label: "Suggestion",
          cell: ({ suggestion, confidence }) =>
            suggestion === null ? <span class="quiet">none</span> : (
              <>
                {names.get(suggestion) ?? suggestion}{" "}
                <span class="quiet small">{percentText(confidence)}</span>
              </>
            ),
        },
        {
          label: "Waits since",
          cell: ({ createdAt, overdue }) => (
            <>
              <Moment at={createdAt} />{" "}
              {overdue && <Tag tone="bad">Overdue</Tag>}
            </>
          ),
        },
      ]}
      rows={items}
    />
  );
}
