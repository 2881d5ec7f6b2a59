import { z } from "@hono/zod-openapi";
import {
  type Payload,
  PAYLOAD_STATES,
  payloadFailures,
} from "../../../src/integrations/payload.ts";
import { listPayloads } from "../../../src/integrations/use_cases/list_payloads.ts";
import { readPayload } from "../../../src/integrations/use_cases/read_payload.ts";
import {
  REPLAYED_MAX,
  replayFailedPayloads,
  replayPayload,
} from "../../../src/integrations/use_cases/replay_payloads.ts";
import { ok } from "../../../src/kernel/result.ts";
import { idText } from "../fields.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";
import { connectionInPath } from "./connections.ts";

const tag = "connections";
const payloadInPath = {
  prefix: "pay",
  missing: (id: string) => payloadFailures.missing({ payload_id: id }),
} as const;

const payloadSchema = z.object({
  id: z.string(),
  connection_id: z.string(),
  external_id: z.string().openapi({
    description: "The sender's id of the event or the item",
  }),
  sha256: z.string(),
  received_at: told,
  state: z.enum(PAYLOAD_STATES).openapi({
    description:
      "`conflict`: its id was used for another body before; kept, and taken in only when it is replayed",
  }),
  failure: z.object({ kind: z.string(), detail: z.string() }).nullable(),
  mapping_number: z.number().int().nullable().openapi({
    description: "The mapping that was used last; 0: none was made yet",
  }),
  record_ids: z.array(z.string()),
}).openapi("Payload");

const payloadInFullSchema = payloadSchema.extend({
  body: z.string().nullable().openapi({
    description: "As it came; null once it was kept long enough, or erased",
  }),
}).openapi("PayloadInFull");

function payloadJson(one: Payload): Told<z.input<typeof payloadSchema>> {
  return {
    id: one.id,
    connection_id: one.connectionId,
    external_id: one.externalId,
    sha256: one.sha256,
    received_at: one.receivedAt,
    state: one.state,
    failure: one.failure,
    mapping_number: one.mappingNumber,
    record_ids: one.recordIds,
  };
}

const list = route({
  method: "get",
  path: "/payloads",
  tag,
  summary: "List what sources sent or listed, the latest first",
  action: "connections.read",
  query: z.strictObject({
    ...pageQuery("pay"),
    connection_id: idText("con", "a connection").optional(),
    state: z.enum(PAYLOAD_STATES).optional(),
  }),
  answer: {
    status: 200,
    description: "A page of payloads, without their bodies",
    schema: pageSchema(payloadSchema),
  },
  async handle({ deps, scope, query }) {
    const page = await listPayloads(deps, scope, {
      connectionId: query.connection_id ?? null,
      state: query.state ?? null,
    }, pageRequest(query));
    return page.ok ? ok({ body: pageJson(page.value, payloadJson) }) : page;
  },
});

const read = route({
  method: "get",
  path: "/payloads/{id}",
  tag,
  summary: "Read a payload as it came",
  action: "connections.read",
  id: payloadInPath,
  answer: {
    status: 200,
    description: "The payload and its body",
    schema: payloadInFullSchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readPayload(deps, scope, id);
    return found.ok
      ? ok({ body: { ...payloadJson(found.value), body: found.value.body } })
      : found;
  },
});

const replay = route({
  method: "post",
  path: "/payloads/{id}/replay",
  tag,
  summary: "Take a payload in again that failed or conflicts",
  action: "connections.write",
  id: payloadInPath,
  answer: { status: 202, description: "It waits", schema: payloadSchema },
  refusals: [payloadFailures.settled(), payloadFailures.gone()],
  async handle({ deps, scope, id }) {
    const replayed = await replayPayload(deps, scope, id);
    return replayed.ok ? ok({ body: payloadJson(replayed.value) }) : replayed;
  },
});

const replayFailed = route({
  method: "post",
  path: "/connections/{id}/replay-failed",
  tag,
  summary: "Take in again what failed of a connection",
  description:
    `Up to ${REPLAYED_MAX} payloads, the latest first; ask again for more.`,
  action: "connections.write",
  id: connectionInPath,
  answer: {
    status: 202,
    description: "How many wait now",
    schema: z.object({ replayed: z.number().int() }).openapi(
      "ReplayedPayloads",
    ),
  },
  async handle({ deps, scope, id }) {
    const replayed = await replayFailedPayloads(deps, scope, id);
    return replayed.ok ? ok({ body: { replayed: replayed.value } }) : replayed;
  },
});

export const payloadRoutes: readonly Route[] = [
  list,
  read,
  replay,
  replayFailed,
];
