import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import {
  endpointFailures,
  OVERLAP_S_DEFAULT,
  OVERLAP_S_MAX,
} from "../../../src/notifications/endpoint.ts";
import { changeEndpoint } from "../../../src/notifications/use_cases/change_endpoint.ts";
import { createEndpoint } from "../../../src/notifications/use_cases/create_endpoint.ts";
import { listEndpoints } from "../../../src/notifications/use_cases/list_endpoints.ts";
import { readEndpoint } from "../../../src/notifications/use_cases/read_endpoint.ts";
import { removeEndpoint } from "../../../src/notifications/use_cases/remove_endpoint.ts";
import { rotateEndpointSecret } from "../../../src/notifications/use_cases/rotate_endpoint_secret.ts";
import { testEndpoint } from "../../../src/notifications/use_cases/test_endpoint.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  endpointChangeSchema,
  endpointJson,
  endpointSchema,
  endpointWithSecretJson,
  endpointWithSecretSchema,
  newEndpointSchema,
} from "./endpoint_schema.ts";

const tag = "notifications";
const path = "/notifications/endpoints";
const id = {
  prefix: "nep",
  missing: (id: string) => endpointFailures.missing({ endpoint_id: id }),
} as const;

const create = route({
  method: "post",
  path,
  tag,
  summary: "Create an endpoint for notices",
  description:
    "The secret is in this answer and nowhere else; a repeated request gets null in its place.",
  action: "notifications.write",
  body: {
    schema: newEndpointSchema,
    example: {
      url: "https://hooks.foxglove.example/balance",
      description: "on-call",
      kinds: ["intake_failed", "processing_failed", "limit_reached"],
    },
  },
  answer: {
    status: 201,
    description: "The endpoint and its secret",
    schema: endpointWithSecretSchema,
  },
  refusals: [
    endpointFailures.address_refused(),
    endpointFailures.too_many(),
    endpointFailures.no_sealing_key(),
  ],
  async handle({ deps, scope, body }) {
    const created = await createEndpoint(deps, scope, body);
    return created.ok
      ? ok({
        body: endpointWithSecretJson(created.value),
        version: created.value.endpoint.version,
      })
      : created;
  },
});

const list = route({
  method: "get",
  path,
  tag,
  summary: "List endpoints for notices, oldest first",
  action: "notifications.read",
  query: z.strictObject(pageQuery("nep")),
  answer: {
    status: 200,
    description: "A page of endpoints",
    schema: pageSchema(endpointSchema),
  },
  async handle({ deps, scope, query }) {
    const all = await listEndpoints(deps, scope);
    if (!all.ok) return all;
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, endpointJson) });
  },
});

const read = route({
  method: "get",
  path: `${path}/{id}`,
  tag,
  summary: "Read an endpoint for notices",
  action: "notifications.read",
  id,
  etag: true,
  answer: {
    status: 200,
    description: "The endpoint",
    schema: endpointSchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readEndpoint(deps, scope, id);
    return found.ok
      ? ok({ body: endpointJson(found.value), version: found.value.version })
      : found;
  },
});

const change = route({
  method: "patch",
  path: `${path}/{id}`,
  tag,
  summary: "Change an endpoint for notices",
  description:
    "What is not named stays. Enabled again it starts as if it had never failed.",
  action: "notifications.write",
  id,
  ifMatch: true,
  etag: true,
  body: { schema: endpointChangeSchema, example: { enabled: true } },
  answer: {
    status: 200,
    description: "The endpoint as it is now",
    schema: endpointSchema,
  },
  refusals: [endpointFailures.stale(), endpointFailures.address_refused()],
  async handle({ deps, scope, id, body, seenVersion }) {
    const changed = await changeEndpoint(deps, scope, id, body, seenVersion);
    return changed.ok
      ? ok({
        body: endpointJson(changed.value),
        version: changed.value.version,
      })
      : changed;
  },
});

const remove = route({
  method: "delete",
  path: `${path}/{id}`,
  tag,
  summary: "Remove an endpoint for notices",
  description:
    "Its address and secrets go; the deliveries to it stay in the list.",
  action: "notifications.write",
  id,
  answer: { status: 204, description: "It gets nothing any more" },
  async handle({ deps, scope, id }) {
    const removed = await removeEndpoint(deps, scope, id);
    return removed.ok ? ok({ body: null }) : removed;
  },
});

const rotate = route({
  method: "post",
  path: `${path}/{id}/rotate-secret`,
  tag,
  summary: "Give an endpoint a new secret",
  description:
    "For `overlap_s` seconds messages carry two signatures, by the new secret and by the one before. The secret is in this answer and nowhere else; a repeated request gets null in its place.",
  action: "notifications.write",
  id,
  body: {
    schema: z.strictObject({
      overlap_s: z.int().min(0).max(OVERLAP_S_MAX).default(OVERLAP_S_DEFAULT),
    }).openapi("SecretRotation"),
    example: { overlap_s: 3_600 },
  },
  answer: {
    status: 200,
    description: "The endpoint and its new secret",
    schema: endpointWithSecretSchema,
  },
  refusals: [endpointFailures.no_sealing_key()],
  async handle({ deps, scope, id, body }) {
    const overlapMs = body.overlap_s * 1_000;
    const rotated = await rotateEndpointSecret(deps, scope, id, { overlapMs });
    return rotated.ok
      ? ok({
        body: endpointWithSecretJson(rotated.value),
        version: rotated.value.endpoint.version,
      })
      : rotated;
  },
});

const test = route({
  method: "post",
  path: `${path}/{id}/test`,
  tag,
  summary: "Send a test to an endpoint",
  description:
    "On the way that all notices take: see the deliveries for what came of it.",
  action: "notifications.write",
  id,
  answer: { status: 202, description: "It will be sent" },
  refusals: [endpointFailures.disabled()],
  async handle({ deps, scope, id }) {
    const asked = await testEndpoint(deps, scope, id);
    return asked.ok ? ok({ body: null }) : asked;
  },
});

export const endpointRoutes: readonly Route[] = [
  create,
  list,
  read,
  change,
  remove,
  rotate,
  test,
];
