import { z } from "@hono/zod-openapi";
import {
  deadLetterFailures,
  type DeadLetterFilter,
} from "../../../src/events/dead_letter.ts";
import { QUEUES } from "../../../src/events/job.ts";
import { listDeadLetters } from "../../../src/events/use_cases/list_dead_letters.ts";
import { readDeadLetter } from "../../../src/events/use_cases/read_dead_letter.ts";
import { replayDeadLetters } from "../../../src/events/use_cases/replay_dead_letters.ts";
import { ok } from "../../../src/kernel/result.ts";
import { idText, instant, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import { deadLetterJson, deadLetterSchema } from "./dead_letter_schema.ts";

const tag = "dead-letters";
/** Each may carry 500 records, and all return to their place in one transaction. */
const REPLAY_MAX = 200;

const filter = {
  queue: z.enum(QUEUES).optional(),
  error_class: text(200).optional(),
  died_from: instant.optional().openapi({
    description: "`died_at` from this instant on",
  }),
  died_to: instant.optional().openapi({
    description: "`died_at` before this instant",
  }),
};

function filterOf(
  { queue, error_class, died_from, died_to }: {
    readonly [K in keyof typeof filter]?:
      | z.output<(typeof filter)[K]>
      | undefined;
  },
): DeadLetterFilter {
  return {
    ...queue && { queue },
    ...error_class && { errorClass: error_class },
    ...died_from && { from: died_from },
    ...died_to && { to: died_to },
  };
}

const list = route({
  method: "get",
  path: "/dead-letters",
  tag,
  summary: "List jobs that were given up, latest first",
  action: "dead_letters.read",
  query: z.strictObject({
    ...filter,
    state: z.enum(["waiting", "replayed", "all"]).default("waiting").openapi({
      description: "`waiting`: not sent again yet",
    }),
    ...pageQuery("dlt"),
  }),
  answer: {
    status: 200,
    description: "A page of dead letters",
    schema: pageSchema(deadLetterSchema),
  },
  async handle({ deps, scope, query }) {
    const found = await listDeadLetters(deps, scope, {
      ...filterOf(query),
      ...query.state !== "all" && { replayed: query.state === "replayed" },
    }, pageRequest(query));
    return found.ok
      ? ok({ body: pageJson(found.value, deadLetterJson) })
      : found;
  },
});

const read = route({
  method: "get",
  path: "/dead-letters/{id}",
  tag,
  summary: "Read a dead letter",
  action: "dead_letters.read",
  id: {
    prefix: "dlt",
    missing: (id) => deadLetterFailures.missing({ dead_letter_id: id }),
  },
  answer: {
    status: 200,
    description: "The job that was given up, and why",
    schema: deadLetterSchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readDeadLetter(deps, scope, id);
    return found.ok ? ok({ body: deadLetterJson(found.value) }) : found;
  },
});

const replay = route({
  method: "post",
  path: "/dead-letters/replay",
  tag,
  summary: "Send dead letters again",
  description:
    "Those that the filter lets through and that were not sent again yet, the latest first, as new jobs. Records that show `failed` wait again; what a person settled stays as it is. `per_second` spreads the jobs out.",
  action: "dead_letters.replay",
  body: {
    schema: z.strictObject({
      filter: z.strictObject({
        ids: z.array(idText("dlt", "a dead letter")).min(1).max(REPLAY_MAX)
          .optional(),
        ...filter,
      }),
      dry_run: z.boolean().default(false).openapi({
        description: "Only says what would be sent",
      }),
      per_second: z.number().min(0.01).max(1_000).nullable().default(null)
        .openapi({ description: "Jobs a second; null: all at once" }),
      limit: z.int().min(1).max(REPLAY_MAX).default(100),
    }).openapi("Replay"),
    example: {
      filter: { queue: "records:process", error_class: "TypeError" },
      dry_run: true,
      per_second: 5,
      limit: 100,
    },
  },
  answer: {
    status: 202,
    description: "What was sent again, or would be",
    schema: z.object({
      dry_run: z.boolean(),
      dead_letter_ids: z.array(z.string()),
      records: z.number().int().openapi({
        description: "Failed records that wait again",
      }),
      more: z.boolean().openapi({
        description: "The filter lets more through than `limit`",
      }),
      last_due_at: told.nullable().openapi({
        description: "When the last of them begins at the earliest",
      }),
    }).openapi("Replayed"),
    example: {
      dry_run: true,
      dead_letter_ids: ["dlt_01kx2m6v9dfk3tqz8w5y7r4b1c"],
      records: 1,
      more: false,
      last_due_at: "2026-03-31T09:30:00.000Z",
    },
  },
  async handle({ deps, scope, body }) {
    const { dry_run, per_second, limit } = body;
    const { ids, ...rest } = body.filter;
    const replayed = await replayDeadLetters(deps, scope, {
      filter: { ...filterOf(rest), ...ids && { ids } },
      limit,
      dryRun: dry_run,
      perSecond: per_second,
    });
    if (!replayed.ok) return replayed;
    const { records, more, lastDueAt } = replayed.value;
    return ok({
      body: {
        dry_run,
        dead_letter_ids: replayed.value.ids,
        records,
        more,
        last_due_at: lastDueAt,
      },
    });
  },
});

export const deadLetterRoutes: readonly Route[] = [list, read, replay];
