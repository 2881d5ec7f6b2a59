import { z } from "@hono/zod-openapi";
import {
  type Connection,
  connectionFailures,
} from "../../../src/integrations/connection.ts";
import { createConnection } from "../../../src/integrations/use_cases/create_connection.ts";
import { listConnections } from "../../../src/integrations/use_cases/list_connections.ts";
import { readConnection } from "../../../src/integrations/use_cases/read_connection.ts";
import { ok } from "../../../src/kernel/result.ts";
import { name } from "../fields.ts";
import { told } from "../json_schema.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";

const tag = "connections";

const connectionSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  kind: z.enum(["api"]),
  is_default: z.boolean().openapi({
    description: "Records that name no connection are filed under it",
  }),
  created_at: told,
}).openapi("Connection");

function connectionJson(
  { id, version, name, kind, isDefault, createdAt }: Connection,
): Told<z.input<typeof connectionSchema>> {
  return {
    id,
    version,
    name,
    kind,
    is_default: isDefault,
    created_at: createdAt,
  };
}

const create = route({
  method: "post",
  path: "/connections",
  tag,
  summary: "Create a connection",
  description: "External ids are unique within one connection.",
  action: "connections.write",
  body: {
    schema: z.strictObject({ name: name() }).openapi("NewConnection"),
    example: { name: "Current account" },
  },
  answer: {
    status: 201,
    description: "The connection",
    schema: connectionSchema,
  },
  async handle({ deps, scope, body }) {
    const created = await createConnection(deps, scope, body);
    return created.ok ? ok({ body: connectionJson(created.value) }) : created;
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
  async handle({ deps, scope, query }) {
    const all = await listConnections(deps, scope);
    if (!all.ok) return all;
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, connectionJson) });
  },
});

const read = route({
  method: "get",
  path: "/connections/{id}",
  tag,
  summary: "Read a connection",
  action: "connections.read",
  id: {
    prefix: "con",
    missing: (id) => connectionFailures.missing({ connection_id: id }),
  },
  answer: {
    status: 200,
    description: "The connection",
    schema: connectionSchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readConnection(deps, scope, id);
    return found.ok ? ok({ body: connectionJson(found.value) }) : found;
  },
});

export const connectionRoutes: readonly Route[] = [create, list, read];
