import { z } from "@hono/zod-openapi";
import { type ExportLine, exportLine } from "../../../src/events/event_json.ts";
import { listCheckpoints } from "../../../src/events/use_cases/list_checkpoints.ts";
import { readCheckpoint } from "../../../src/events/use_cases/read_checkpoint.ts";
import {
  exportEvents,
  exportFailures,
} from "../../../src/events/use_cases/export_events.ts";
import { ok } from "../../../src/kernel/result.ts";
import { integerText } from "../fields.ts";
import { route } from "../route.ts";
import { limit, pageSchema } from "../paging.ts";
import {
  checkpointSchema,
  eventSchema,
  keptCheckpointSchema,
} from "./event_schemas.ts";

const tag = "events";

export const checkpoint = route({
  method: "get",
  path: "/events/checkpoint",
  tag,
  summary: "Where the log stands",
  description:
    "Keep it where nobody who writes to the database can: `deno task audit` shows with it that nothing up to here was rewritten or cut off.",
  action: "events.read",
  answer: {
    status: 200,
    description: "The last event's number and hash",
    schema: checkpointSchema,
  },
  async handle({ deps, scope }) {
    const head = await readCheckpoint(deps, scope);
    return head.ok ? ok({ body: head.value }) : head;
  },
});

export const checkpoints = route({
  method: "get",
  path: "/events/checkpoints",
  tag,
  summary: "Where the log stood, day by day",
  description:
    "The latest first. `deno task audit` takes the answer as it is; keep it where nobody who writes to the database can. The log tells of each as `CHECKPOINT_TAKEN`, so who is sent events is sent these.",
  action: "events.read",
  query: z.strictObject({
    limit: limit(),
    cursor: integerText({ min: 1, max: Number.MAX_SAFE_INTEGER }).optional()
      .openapi({ description: "The `next_cursor` of the page before" }),
  }),
  answer: {
    status: 200,
    description: "A page of checkpoints",
    schema: pageSchema(keptCheckpointSchema),
  },
  async handle({ deps, scope, query }) {
    const { limit, cursor: before = null } = query;
    const found = await listCheckpoints(deps, scope, { limit, before });
    if (!found.ok) return found;
    const { value } = found;
    const isFull = value.length === limit;
    return ok({
      body: {
        data: value.map(({ takenAt, ...head }) => ({
          ...head,
          taken_at: takenAt,
        })),
        next_cursor: isFull ? String(value.at(-1)!.seq) : null,
      },
    });
  },
});

export const exported = route({
  method: "get",
  path: "/events/export",
  expensive: true,
  tag,
  summary: "Export the log",
  description:
    "Lines of JSON: where the log stands, its events from there on, and where it stands then; without that last line the export was cut off. `deno task audit` verifies it without this service.",
  action: "events.read",
  query: z.strictObject({
    after: integerText({ min: 0, max: Number.MAX_SAFE_INTEGER }).optional()
      .openapi({ description: "The last `seq` of an earlier export; 0" }),
  }),
  answer: {
    status: 200,
    description: "The log from there on",
    schema: z.union([
      z.object({ checkpoint: checkpointSchema }),
      eventSchema,
    ]),
    ndjson: true,
  },
  refusals: [exportFailures.not_there_yet()],
  async handle({ deps, scope, query }) {
    const pages = await exportEvents(deps, scope, query.after ?? 0);
    if (!pages.ok) return pages;
    return ok({
      body: null,
      written: {
        contentType: "application/x-ndjson",
        content: ReadableStream.from(inLines(pages.value)).pipeThrough(
          new TextEncoderStream(),
        ),
      },
    });
  },
});

async function* inLines(
  pages: AsyncIterable<readonly ExportLine[]>,
): AsyncGenerator<string> {
  for await (const page of pages) {
    yield page.map((line) => `${exportLine(line)}\n`).join("");
  }
}
