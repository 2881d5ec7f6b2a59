import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { conflictFailures } from "../../../src/records/conflict.ts";
import { recordFailures } from "../../../src/records/record.ts";
import { listConflicts } from "../../../src/records/use_cases/list_conflicts.ts";
import { readConflict } from "../../../src/records/use_cases/read_conflict.ts";
import { resolveConflict } from "../../../src/records/use_cases/resolve_conflict.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  conflictInFullJson,
  conflictInFullSchema,
  conflictJson,
  conflictSchema,
  VERDICTS,
} from "./conflict_schema.ts";
import { recordFilter } from "./record_filter_schema.ts";

const tag = "conflicts";
const id = {
  prefix: "cfl",
  missing: (id: string) => conflictFailures.missing({ conflict_id: id }),
} as const;

const list = route({
  method: "get",
  path: "/conflicts",
  tag,
  summary: "List versions that were kept aside, latest first",
  action: "records.read",
  query: z.strictObject({
    status: z.enum(["open", "resolved"]).default("open"),
    connection_id: recordFilter.connection,
    ...pageQuery("cfl"),
  }),
  answer: {
    status: 200,
    description: "A page of conflicts",
    schema: pageSchema(conflictSchema),
  },
  async handle({ deps, scope, query }) {
    const { status, connection_id: connectionId } = query;
    const filter = {
      isOpen: status === "open",
      ...connectionId !== undefined && { connectionId },
    };
    const page = pageRequest(query);
    const found = await listConflicts(deps, scope, filter, page);
    return found.ok ? ok({ body: pageJson(found.value, conflictJson) }) : found;
  },
});

const read = route({
  method: "get",
  path: "/conflicts/{id}",
  tag,
  summary: "Read a version that was kept aside, beside its record",
  description: "The ETag is the record's version.",
  action: "records.read",
  id,
  etag: true,
  answer: {
    status: 200,
    description: "Both versions",
    schema: conflictInFullSchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readConflict(deps, scope, id);
    if (!found.ok) return found;
    const { version } = found.value.record;
    return ok({ body: conflictInFullJson(found.value), version });
  },
});

const resolve = route({
  method: "post",
  path: "/conflicts/{id}/resolve",
  tag,
  summary: "Say what a version kept aside is",
  description:
    "`take_new`: the record takes it; a person's category stays, and any other decision is made anew. `keep_old`: the record stays as it is. `both`: it is another transaction, and becomes a record of its own. Resolved once; the same verdict again changes nothing. `If-Match` names the record's version.",
  action: "records.correct",
  id,
  ifMatch: true,
  etag: true,
  body: {
    schema: z.strictObject({ verdict: z.enum(VERDICTS) })
      .openapi("ConflictVerdict"),
    example: { verdict: "keep_old" },
  },
  answer: {
    status: 200,
    description: "The conflict as resolved",
    schema: conflictInFullSchema,
  },
  refusals: [
    conflictFailures.resolved(),
    conflictFailures.erased(),
    recordFailures.stale(),
  ],
  async handle({ deps, scope, id, body, seenVersion }) {
    const { verdict } = body;
    const resolved = await resolveConflict(deps, scope, id, {
      verdict,
      seenVersion,
    });
    if (!resolved.ok) return resolved;
    const { version } = resolved.value.record;
    return ok({ body: conflictInFullJson(resolved.value), version });
  },
});

export const conflictRoutes: readonly Route[] = [list, read, resolve];
