import { z } from "@hono/zod-openapi";
import type { Checkpoint } from "../../../../src/events/checkpoint.ts";
import { listCheckpoints } from "../../../../src/events/use_cases/list_checkpoints.ts";
import {
  type Verification,
  verifyEvents,
} from "../../../../src/events/use_cases/verify_events.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { integerText } from "../../fields.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { page } from "../shell/page.tsx";
import { CHAIN, EVENTS } from "./event_path.ts";
import { Older } from "./older.tsx";

/** Checkpoints on a page. */
const LIMIT = 50;

/** Whether the log is whole, and where it stood day by day. */
export const chainPage = page({
  path: "/events/chain",
  action: "events.read",
  expensive: "check",
  query: z.object({
    check: z.literal("on").optional(),
    before: integerText({ min: 1, max: Number.MAX_SAFE_INTEGER }).optional(),
  }),
  show({ deps, scope, query, here }) {
    return Promise.resolve(ok({
      title: "Chain and checkpoints",
      lead:
        "Each event’s hash covers the one before, so a change anywhere shows behind it.",
      trail: [{ href: EVENTS, label: "Event log" }],
      tools: (
        <a class="button primary" href={`${CHAIN}?check=on`}>
          Check the whole chain
        </a>
      ),
      body: (
        <p>
          What is consistent in itself no check in here can find: keep
          checkpoints where whoever administers the database cannot write, and
          compare an export with them.
        </p>
      ),
      // A check reads the whole log.
      async rest() {
        const { check, before = null } = query;
        const [found, verified] = await Promise.all([
          listCheckpoints(deps, scope, { limit: LIMIT, before }),
          check === undefined ? ok(null) : verifyEvents(deps, scope),
        ]);
        if (!found.ok) return found;
        if (!verified.ok) return verified;
        const { value } = found;
        return ok(
          <>
            {verified.value !== null && <Checked result={verified.value} />}
            {value.length === 0
              ? (
                <Empty title="No checkpoints yet">
                  <p>One is taken on each day on which something happened.</p>
                </Empty>
              )
              : <Table rows={value} />}
            <Older
              here={here}
              last={value.length === LIMIT ? value.at(-1)!.seq : null}
            />
          </>,
        );
      },
    }));
  },
});

function Checked({ result }: { readonly result: Verification }) {
  return result.ok
    ? (
      <div class="flash done" role="status">
        <p>
          {`It is whole: the hashes of all ${
            wholeText(result.head.seq)
          } events were computed anew, and hold.`}
        </p>
      </div>
    )
    : (
      <div class="flash trouble" role="alert">
        <p>
          {`It is not whole. The first that is wrong is number ${
            wholeText(result.seq)
          }: ${result.why}.`}
        </p>
      </div>
    );
}

function Table({ rows }: { readonly rows: readonly Checkpoint[] }) {
  return (
    <DataTable<Checkpoint>
      caption="Checkpoints, latest first"
      columns={[
        {
          label: "Taken",
          isTitle: true,
          cell: ({ takenAt }) => <Moment at={takenAt} />,
        },
        {
          label: "At event",
          align: "right",
          cell: ({ seq }) => <span class="number">{wholeText(seq)}</span>,
        },
        { label: "Hash", cell: ({ hash }) => <code>{hash}</code> },
      ]}
      rows={rows}
    />
  );
}
