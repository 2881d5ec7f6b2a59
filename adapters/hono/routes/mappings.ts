import { z } from "@hono/zod-openapi";
import { connectionFailures } from "../../../src/integrations/connection.ts";
import {
  EXPRESSION_LENGTH_MAX,
  type Mapping,
  mappingFailures,
} from "../../../src/integrations/mapping.ts";
import type { SourcedDraft } from "../../../src/records/revision/sourced_draft.ts";
import { payloadFailures } from "../../../src/integrations/payload.ts";
import { listMappings } from "../../../src/integrations/use_cases/list_mappings.ts";
import { makeMapping } from "../../../src/integrations/use_cases/make_mapping.ts";
import { tryMapping } from "../../../src/integrations/use_cases/try_mapping.ts";
import type { JsonObject } from "../../../src/kernel/json.ts";
import { writeMinor } from "../../../src/kernel/money.ts";
import { ok } from "../../../src/kernel/result.ts";
import { idText, textUpTo } from "../fields.ts";
import { anyJson, attributeValue, told, toldMoney } from "../json_schema.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";
import { connectionInPath } from "./connections.ts";

const tag = "connections";

const expression = textUpTo(EXPRESSION_LENGTH_MAX).min(1).openapi({
  description:
    "JSONata 2: makes a record of a payload, a list of them, or nothing",
  example:
    '{ "external_id": id, "description": memo, "amount": { "value": total, "currency": currency } }',
});

const mappingSchema = z.object({
  id: z.string(),
  connection_id: z.string(),
  number: z.number().int(),
  expression: z.string(),
  created_at: told,
  created_by: z.string(),
}).openapi("Mapping");

function mappingJson(one: Mapping): Told<z.input<typeof mappingSchema>> {
  return {
    id: one.id,
    connection_id: one.connectionId,
    number: one.number,
    expression: one.expression,
    created_at: one.createdAt,
    created_by: one.createdBy,
  };
}

const make = route({
  method: "post",
  path: "/connections/{id}/mappings",
  tag,
  summary: "Put a mapping in force",
  description:
    "It holds for what is received from now on. Earlier mappings stay in the list, and what they made stays as it is: `remap` shows and makes the difference.",
  action: "connections.write",
  id: connectionInPath,
  body: {
    schema: z.strictObject({ expression }).openapi("NewMapping"),
    example: { expression: "$" },
  },
  answer: { status: 201, description: "The mapping", schema: mappingSchema },
  refusals: [
    mappingFailures.wrong_expression(),
    connectionFailures.other_kind(),
  ],
  async handle({ deps, scope, id, body }) {
    const made = await makeMapping(deps, scope, {
      connectionId: id,
      expression: body.expression,
    });
    return made.ok ? ok({ body: mappingJson(made.value) }) : made;
  },
});

const list = route({
  method: "get",
  path: "/connections/{id}/mappings",
  tag,
  summary: "List the mappings that a connection has had, oldest first",
  action: "connections.read",
  id: connectionInPath,
  query: z.strictObject(pageQuery("map")),
  answer: {
    status: 200,
    description: "A page of mappings",
    schema: pageSchema(mappingSchema),
  },
  async handle({ deps, scope, id, query }) {
    const all = await listMappings(deps, scope, id);
    if (!all.ok) return all;
    return ok({
      body: pageJson(pageById(all.value, pageRequest(query)), mappingJson),
    });
  },
});

/** A record as a mapping made it. */
export const mappedRecordSchema = z.object({
  external_id: z.string(),
  occurred_at: told.nullable(),
  description: z.string(),
  counterparty: z.string().nullable(),
  amount: toldMoney.nullable(),
  attributes: z.record(z.string(), attributeValue),
  pending: z.boolean(),
  supersedes: z.string().nullable(),
}).openapi("MappedRecord");

export function mappedRecordJson(
  draft: SourcedDraft,
): Told<z.input<typeof mappedRecordSchema>> {
  return {
    external_id: draft.externalId,
    occurred_at: draft.occurredAt,
    description: draft.description,
    counterparty: draft.counterparty,
    amount: draft.amount && {
      minor: writeMinor(draft.amount.minor),
      currency: draft.amount.currency,
    },
    attributes: draft.attributes,
    pending: draft.pending,
    supersedes: draft.supersedes,
  };
}

const tryIt = route({
  method: "post",
  path: "/connections/{id}/mappings/try",
  tag,
  summary: "Try a mapping on a payload",
  expensive: true,
  description:
    "Shows what it makes, as it is and as records, or why it makes none. Nothing is kept.",
  action: "connections.write",
  id: connectionInPath,
  body: {
    schema: z.strictObject({
      expression: expression.optional(),
      payload_id: idText("pay", "a payload").optional(),
      payload: anyJson.optional(),
    }).refine(
      (body) =>
        (body.payload_id === undefined) !== (body.payload === undefined),
      { error: "has not just one of payload and payload_id" },
    ).openapi("MappingTrial"),
    example: {
      expression: '{ "external_id": id, "description": memo }',
      payload: { id: "tx-1", memo: "Timber yard" },
    },
  },
  answer: {
    status: 200,
    description: "What the mapping made",
    schema: z.object({
      made: anyJson,
      records: z.array(mappedRecordSchema),
      failure: z.object({
        kind: z.string(),
        title: z.string(),
        errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
      }).loose().nullable(),
    }).openapi("TriedMapping"),
  },
  refusals: [
    mappingFailures.wrong_expression(),
    payloadFailures.missing(),
    payloadFailures.gone(),
  ],
  async handle({ deps, scope, id, body, sent }) {
    const tried = await tryMapping(deps, scope, {
      connectionId: id,
      expression: body.expression,
      on: body.payload_id !== undefined
        ? { payloadId: body.payload_id }
        : { payload: (sent as JsonObject)["payload"]! },
    });
    if (!tried.ok) return tried;
    const { made, drafts, failure } = tried.value;
    return ok({
      body: {
        made,
        records: drafts.map(mappedRecordJson),
        failure: failure && {
          kind: failure.kind,
          title: failure.title,
          ...failure.facts,
          errors: failure.flaws,
        },
      },
    });
  },
});

export const mappingRoutes: readonly Route[] = [make, list, tryIt];
