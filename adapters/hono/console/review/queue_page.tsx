import { z } from "@hono/zod-openapi";
import type { Approval } from "../../../../src/approvals/approval.ts";
import { listApprovals } from "../../../../src/approvals/use_cases/list_approvals.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { cursor } from "../../paging.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/field.tsx";
import {
  Amount,
  Day,
  Moment,
  percentText,
  wholeText,
} from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { page } from "../shell/page.tsx";
import { itemPath, REVIEW } from "./review_path.ts";

/** Items on a page. */
const LIMIT = 25;

/** What waits for a person, the oldest first. */
export const queuePage = page({
  path: "/review",
  action: "approvals.read",
  query: z.object({ cursor: cursor("apr").optional() }),
  async show({ deps, scope, frame, query, here, form }) {
    const found = await listApprovals(deps, scope, "waiting", {
      limit: LIMIT,
      cursor: query.cursor ?? null,
    });
    if (!found.ok) return found;
    const { records, candidates, waiting } = found.value;
    const rows = found.value.page.data.map((approval) => {
      const record = records.get(approval.recordId);
      if (!record) throw new Error(`${approval.recordId} is not stored`);
      const [first] = candidates.get(record.id) ?? [];
      return { approval, record, first };
    });
    type Row = typeof rows[number];
    const mayDecide = frame.may("approvals.decide");
    return ok({
      title: "Review",
      lead: waiting === 0
        ? "What Balance is not sure about comes here."
        : `${wholeText(waiting)} ${
          waiting === 1 ? "record waits" : "records wait"
        } for a decision. Each one teaches.`,
      tools: mayDecide && waiting > 0 && (
        <form method="post" action={`${REVIEW}/next`}>
          <button
            type="submit"
            class="primary"
            data-key="n"
            aria-keyshortcuts="n"
          >
            Start reviewing <kbd aria-hidden="true">n</kbd>
          </button>
        </form>
      ),
      body: (
        <>
          <FormTrouble form={form} />
          {rows.length === 0
            ? (
              <Empty title="Nothing waits for you">
                <p>
                  New records are settled by rules, by what was approved before,
                  or by a model. What none of them is sure about waits here.
                </p>
                <p>
                  <a class="button" href="/console/records">See all records</a>
                </p>
              </Empty>
            )
            : (
              <DataTable<Row>
                caption="Waiting, oldest first"
                columns={[
                  {
                    label: "Record",
                    isTitle: true,
                    cell: ({ approval, record }) => (
                      <a href={itemPath(approval.id)}>{record.description}</a>
                    ),
                  },
                  {
                    label: "Date",
                    cell: ({ record }) => <Day at={record.occurredAt} />,
                  },
                  {
                    label: "Amount",
                    align: "right",
                    cell: ({ record }) => <Amount money={record.amount} />,
                  },
                  {
                    label: "Suggestion",
                    cell: ({ approval, first }) =>
                      suggested(approval, first?.name),
                  },
                  {
                    label: "Waits since",
                    cell: ({ approval }) => <Moment at={approval.createdAt} />,
                  },
                ]}
                rows={rows}
              />
            )}
          <Pager here={here} nextCursor={found.value.page.nextCursor} />
        </>
      ),
    });
  },
});

function suggested({ suggestion, confidence }: Approval, name?: string) {
  if (suggestion === null || name === undefined) {
    return <span class="quiet">none</span>;
  }
  return (
    <>
      {name} <span class="quiet small">{percentText(confidence)}</span>
    </>
  );
}
