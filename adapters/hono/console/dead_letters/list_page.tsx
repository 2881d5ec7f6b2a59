import { z } from "@hono/zod-openapi";
import type { DeadLetter } from "../../../../src/events/dead_letter.ts";
import { listDeadLetters } from "../../../../src/events/use_cases/list_dead_letters.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { cursor } from "../../paging.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { Moment } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { DEAD_LETTERS, deadLetterPath } from "./dead_letter_path.ts";
import { FilterFields } from "./filter_fields.tsx";
import { filterIn, filterQuery } from "./filter_query.ts";
import { workText } from "./queue_words.ts";

/** Dead letters on a page. */
const LIMIT = 50;

const STATES = [
  ["waiting", "Waiting"],
  ["replayed", "Sent again"],
  ["all", "Both"],
] as const;

/** Jobs that were given up, the latest first, and what narrows them. */
export const listPage = page({
  path: "/dead-letters",
  action: "dead_letters.read",
  query: z.object({
    ...filterQuery,
    state: z.enum(["waiting", "replayed", "all"]).default("waiting"),
    cursor: cursor("dlt").optional(),
  }),
  async show({ deps, scope, frame, query, filter, here }) {
    const found = await listDeadLetters(deps, scope, {
      ...filterIn(query),
      ...query.state !== "all" && { replayed: query.state === "replayed" },
    }, { limit: LIMIT, cursor: query.cursor ?? null });
    if (!found.ok) return found;
    const { data, nextCursor } = found.value;
    const isNarrowed = Object.keys(filter.values)
      .some((name) => name !== "cursor");
    const waits = data.some(({ replayedAt }) => replayedAt === null);
    return ok({
      title: "Dead letters",
      lead:
        "Jobs that were given up after all their attempts. Nothing of them is lost: mend the cause, then send them again.",
      tools: waits && frame.may("dead_letters.replay") && (
        <a class="button primary" href={replayHref(filter.values)}>
          Send again…
        </a>
      ),
      body: (
        <>
          <form method="get" action={DEAD_LETTERS} role="search">
            <div class="filters">
              <FilterFields filter={filter} />
              <SelectField
                form={filter}
                name="state"
                label="State"
                value="waiting"
                choices={STATES}
              />
            </div>
            <div class="buttons">
              <button type="submit">Show</button>
              {isNarrowed && <a class="button" href={DEAD_LETTERS}>Clear</a>}
            </div>
          </form>
          {data.length === 0
            ? <Nothing isNarrowed={isNarrowed} />
            : <Listed letters={data} />}
          <Pager here={here} nextCursor={nextCursor} />
        </>
      ),
    });
  },
});

function Listed({ letters }: { readonly letters: readonly DeadLetter[] }) {
  return (
    <DataTable<DeadLetter>
      caption="Latest first"
      columns={[
        {
          label: "Work",
          isTitle: true,
          cell: ({ id, queue, task }) => (
            <a href={deadLetterPath(id)}>{workText(queue, task)}</a>
          ),
        },
        {
          label: "Error class",
          cell: ({ errorClass }) => (
            <a
              href={`${DEAD_LETTERS}?error_class=${
                encodeURIComponent(errorClass)
              }`}
            >
              <code>{errorClass}</code>
            </a>
          ),
        },
        { label: "Given up", cell: (one) => <Moment at={one.diedAt} /> },
        {
          label: "State",
          cell: ({ replayedAt }) =>
            replayedAt === null
              ? <Tag tone="bad">Waiting</Tag>
              : <Tag tone="good">Sent again</Tag>,
        },
      ]}
      rows={letters}
    />
  );
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return isNarrowed
    ? (
      <Empty title="Nothing like that was given up">
        <p>Try fewer conditions, or another state.</p>
        <p>
          <a class="button" href={DEAD_LETTERS}>Show all that wait</a>
        </p>
      </Empty>
    )
    : (
      <Empty title="Nothing waits here">
        <p>Every job was done. What is given up one day appears here.</p>
      </Empty>
    );
}

/** The same filter on the page that sends again. */
function replayHref(
  values: Readonly<Record<string, string | readonly string[]>>,
) {
  const kept = Object.entries(values).flatMap(([name, value]) =>
    name in filterQuery && typeof value === "string" ? [[name, value]] : []
  );
  const query = new URLSearchParams(kept).toString();
  return `${DEAD_LETTERS}/replay${query === "" ? "" : `?${query}`}`;
}
