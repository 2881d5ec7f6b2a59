import { z } from "@hono/zod-openapi";
import type { Endpoint } from "../../../src/notifications/endpoint.ts";
import { NOTICE_KINDS } from "../../../src/notifications/notice_kinds.ts";
import type { EndpointWithSecret } from "../../../src/notifications/use_cases/create_endpoint.ts";
import { leftOut, textUpTo } from "../fields.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const URL_MAX = 2_000;

export const endpointSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  url: z.string(),
  description: z.string(),
  kinds: z.array(z.enum(NOTICE_KINDS)),
  enabled: z.boolean(),
  disabled_at: told.nullable(),
  disabled_for: z.enum(["asked", "gone", "failing"]).nullable().openapi({
    description:
      "`asked`: by somebody; `gone`: it answered 410; `failing`: nothing went well for five days",
  }),
  failing_since: told.nullable().openapi({
    description: "Since when no attempt went well",
  }),
  exhausted: z.number().int().openapi({
    description: "Deliveries in a row that were given up",
  }),
  secret_overlap_until: told.nullable().openapi({
    description: "Until when the secret before the newest signs too",
  }),
  created_at: told,
}).openapi("NotificationEndpoint");

export function endpointJson(
  endpoint: Endpoint,
): Told<z.input<typeof endpointSchema>> {
  return {
    id: endpoint.id,
    version: endpoint.version,
    url: endpoint.url,
    description: endpoint.description,
    kinds: endpoint.kinds,
    enabled: endpoint.disabledAt === null,
    disabled_at: endpoint.disabledAt,
    disabled_for: endpoint.disabledFor,
    failing_since: endpoint.failingSince,
    exhausted: endpoint.exhausted,
    secret_overlap_until: endpoint.secrets[1]?.until ?? null,
    created_at: endpoint.createdAt,
  };
}

export const endpointWithSecretSchema = z.object({
  ...endpointSchema.shape,
  secret: z.string().nullable().openapi({
    description: "`whsec_` and 32 bytes as base64, as Standard Webhooks has it",
  }),
}).openapi("NotificationEndpointWithSecret");

export function endpointWithSecretJson(
  { endpoint, secret }: EndpointWithSecret,
) {
  return { ...endpointJson(endpoint), secret };
}

const url = z.string().max(URL_MAX).refine(isWebAddress, {
  error: "is not an address that begins with https:// (or http://)",
}).openapi({
  description:
    "Only addresses of the open internet are reached, by https, unless the operator allows others",
  example: "https://hooks.foxglove.example/balance",
});

const kinds = z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length)
  .refine((names) => new Set(names).size === names.length, {
    error: "names a kind twice",
  });

export const newEndpointSchema = z.strictObject({
  url,
  description: textUpTo(200).default(""),
  kinds: kinds.default([...NOTICE_KINDS]),
}).openapi("NewNotificationEndpoint");

export const endpointChangeSchema = z.strictObject({
  url: leftOut(url),
  description: leftOut(textUpTo(200)),
  kinds: leftOut(kinds),
  enabled: leftOut(z.boolean()),
}).refine((change) => Object.keys(change).length > 0, {
  error: "names nothing to change",
}).openapi("NotificationEndpointChange");

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hash } = new URL(text);
  return username === "" && password === "" && hash === "";
}
