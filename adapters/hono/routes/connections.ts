import { z } from "@hono/zod-openapi";
import {
  type Connection,
  connectionFailures,
  type ConnectionSource,
} from "../../../src/integrations/connection.ts";
import { changeConnection } from "../../../src/integrations/use_cases/change_connection.ts";
import { createConnection } from "../../../src/integrations/use_cases/create_connection.ts";
import { listConnections } from "../../../src/integrations/use_cases/list_connections.ts";
import { readConnection } from "../../../src/integrations/use_cases/read_connection.ts";
import { rotateConnectionSecret } from "../../../src/integrations/use_cases/rotate_connection_secret.ts";
import type { Failure } from "../../../src/kernel/failure.ts";
import { ok } from "../../../src/kernel/result.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  connectionChangeSchema,
  connectionJson,
  connectionSchema,
  createdConnectionSchema,
  newConnectionOf,
  newConnectionSchema,
} from "./connection_schema.ts";

const tag = "connections";

/** The id in the path of one connection. */
export const connectionInPath = {
  prefix: "con",
  missing: (id: string): Failure =>
    connectionFailures.missing({ connection_id: id }),
} as const;

const create = route({
  method: "post",
  path: "/connections",
  tag,
  summary: "Create a connection",
  description:
    "External ids are unique within one connection. A webhook's secret is in this answer and nowhere else, unless you name one.",
  action: "connections.write",
  body: {
    schema: newConnectionSchema,
    example: {
      kind: "webhook",
      name: "Card processor",
      settings: { scheme: "standard" },
    },
  },
  answer: {
    status: 201,
    description: "The connection",
    schema: createdConnectionSchema,
  },
  refusals: [connectionFailures.no_sealing(), connectionFailures.invalid()],
  async handle({ deps, scope, body, origin }) {
    const created = await createConnection(
      deps,
      scope,
      newConnectionOf(body),
    );
    if (!created.ok) return created;
    const { connection, secret } = created.value;
    return ok({ body: { ...connectionJson(origin)(connection), secret } });
  },
});

const list = route({
  method: "get",
  path: "/connections",
  tag,
  summary: "List connections, oldest first",
  action: "connections.read",
  query: z.strictObject(pageQuery("con")),
  answer: {
    status: 200,
    description: "A page of connections",
    schema: pageSchema(connectionSchema),
  },
  async handle({ deps, scope, query, origin }) {
    const all = await listConnections(deps, scope);
    if (!all.ok) return all;
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, connectionJson(origin)) });
  },
});

const read = route({
  method: "get",
  path: "/connections/{id}",
  tag,
  summary: "Read a connection",
  action: "connections.read",
  id: connectionInPath,
  answer: {
    status: 200,
    description: "The connection",
    schema: connectionSchema,
  },
  etag: true,
  async handle({ deps, scope, id, origin }) {
    const found = await readConnection(deps, scope, id);
    return found.ok ? ok(answered(found.value, origin)) : found;
  },
});

const change = route({
  method: "patch",
  path: "/connections/{id}",
  tag,
  summary: "Rename, change or archive a connection",
  description:
    "An archived connection takes nothing in any more; its records stay, and so does everything decided about them.",
  action: "connections.write",
  id: connectionInPath,
  ifMatch: true,
  body: {
    schema: connectionChangeSchema,
    example: { name: "Card processor (old)", archived: true },
  },
  answer: {
    status: 200,
    description: "The connection as it is now",
    schema: connectionSchema,
  },
  etag: true,
  refusals: [
    connectionFailures.stale(),
    connectionFailures.is_default(),
    connectionFailures.other_kind(),
    connectionFailures.invalid(),
  ],
  async handle({ deps, scope, id, body, seenVersion, origin }) {
    const { name, archived, signing, source } = body;
    const given: ConnectionSource | undefined = signing
      ? { kind: "webhook", settings: signing }
      : source && { kind: "pull", settings: source };
    const changed = await changeConnection(deps, scope, {
      id,
      seenVersion,
      name,
      archived,
      source: given,
    });
    return changed.ok ? ok(answered(changed.value, origin)) : changed;
  },
});

const rotate = route({
  method: "post",
  path: "/connections/{id}/rotate-secret",
  tag,
  summary: "Give a connection another secret",
  description:
    "The earlier secret of a webhook is taken for 24 hours more, so that the sender can be changed in between. One is made where none is named; it is in this answer and nowhere else.",
  action: "connections.write",
  id: connectionInPath,
  body: {
    schema: z.strictObject({ secret: z.string().optional() })
      .openapi("NewConnectionSecret"),
    example: {},
  },
  answer: {
    status: 200,
    description: "The secret that was made; null where one was named",
    schema: z.object({ secret: z.string().nullable() })
      .openapi("ConnectionSecret"),
  },
  refusals: [
    connectionFailures.no_sealing(),
    connectionFailures.invalid(),
    connectionFailures.other_kind(),
  ],
  async handle({ deps, scope, id, body }) {
    const rotated = await rotateConnectionSecret(deps, scope, {
      id,
      secret: body.secret,
    });
    return rotated.ok ? ok({ body: { secret: rotated.value } }) : rotated;
  },
});

function answered(connection: Connection, origin: string) {
  return {
    body: connectionJson(origin)(connection),
    version: connection.version,
  };
}

export const connectionRoutes: readonly Route[] = [
  create,
  list,
  read,
  change,
  rotate,
];
