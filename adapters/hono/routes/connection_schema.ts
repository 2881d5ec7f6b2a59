import { z } from "@hono/zod-openapi";
import {
  type Connection,
  CONNECTION_KINDS,
} from "../../../src/integrations/connection.ts";
import { hookSettingsSchema } from "../../../src/integrations/hook_settings.ts";
import {
  manifestNamed,
  MANIFESTS,
} from "../../../src/integrations/manifests/manifests.ts";
import type { CreateConnection } from "../../../src/integrations/use_cases/create_connection.ts";
import { pullSettingsSchema } from "../../../src/integrations/pull_settings.ts";
import { name } from "../fields.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const secret = z.string().optional().openapi({
  description:
    "What signs webhooks (made for you where you name none), or the secret of the bearer or of the OAuth client; never told again",
});

/** A new source, by kind; one that is pushed to by API where no kind is named. */
export const newConnectionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("api").optional(), name: name() }),
  z.strictObject({ kind: z.literal("file"), name: name() }),
  z.strictObject({
    kind: z.literal("webhook"),
    name: name(),
    settings: hookSettingsSchema,
    secret,
  }),
  z.strictObject({
    kind: z.literal("pull"),
    name: name(),
    manifest: z.enum(MANIFESTS.map((one) => one.name)).optional().openapi({
      description: "A source that is known, in the place of settings",
    }),
    settings: pullSettingsSchema.optional(),
    secret,
  }).refine(
    (body) => (body.manifest === undefined) !== (body.settings === undefined),
    { error: "has not just one of manifest and settings" },
  ),
]).openapi("NewConnection");

/** What the core takes of it. */
export function newConnectionOf(
  body: z.output<typeof newConnectionSchema>,
): CreateConnection {
  const { name } = body;
  if (body.kind !== "webhook" && body.kind !== "pull") {
    return { name, kind: body.kind ?? "api", settings: null };
  }
  const { secret } = body;
  if (body.kind === "webhook") {
    return { name, kind: "webhook", settings: body.settings, secret };
  }
  const known = manifestNamed(body.manifest ?? "");
  return {
    name,
    kind: "pull",
    settings: known?.settings ?? body.settings!,
    secret,
    mapping: known?.mapping,
  };
}

export const connectionChangeSchema = z.strictObject({
  name: name().optional(),
  signing: hookSettingsSchema.optional().openapi({
    description: "Of a webhook: how it is signed from now on",
  }),
  source: pullSettingsSchema.optional().openapi({
    description: "Of a pull: where it fetches from now on",
  }),
  archived: z.boolean().optional(),
}).openapi("ConnectionChange");

export const connectionSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  kind: z.enum(CONNECTION_KINDS),
  settings: z.record(z.string(), z.unknown()).nullable().openapi({
    description: "What the kind needs to know of its source; no secrets",
  }),
  hook_url: z.string().nullable().openapi({
    description: "Where a webhook is sent to",
  }),
  is_default: z.boolean().openapi({
    description: "Records that name no connection are filed under it",
  }),
  created_at: told,
  archived_at: told.nullable(),
}).openapi("Connection");

export const createdConnectionSchema = connectionSchema.extend({
  secret: z.string().nullable().openapi({
    description:
      "What was made to sign webhooks: told once, null where none was made",
  }),
}).openapi("CreatedConnection");

export function connectionJson(
  origin: string,
): (connection: Connection) => Told<z.input<typeof connectionSchema>> {
  return (
    { id, version, name, kind, settings, isDefault, createdAt, archivedAt },
  ) => ({
    id,
    version,
    name,
    kind,
    settings: settings as Record<string, unknown> | null,
    hook_url: kind === "webhook" ? `${origin}/api/v1/hooks/${id}` : null,
    is_default: isDefault,
    created_at: createdAt,
    archived_at: archivedAt,
  });
}
