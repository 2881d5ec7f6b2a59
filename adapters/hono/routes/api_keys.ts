import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { GRANTABLE_ACTIONS, ROLES } from "../../../src/tenancy/access.ts";
import {
  apiKeyFailures,
  OVERLAP_DEFAULT_S,
  OVERLAP_MAX_S,
} from "../../../src/tenancy/api_key.ts";
import {
  issueApiKey,
  type IssuedApiKey,
} from "../../../src/tenancy/use_cases/issue_api_key.ts";
import {
  listApiKeys,
  type ListedApiKey,
} from "../../../src/tenancy/use_cases/list_api_keys.ts";
import { revokeApiKey } from "../../../src/tenancy/use_cases/revoke_api_key.ts";
import { rotateApiKey } from "../../../src/tenancy/use_cases/rotate_api_key.ts";
import { instant, name } from "../fields.ts";
import { told } from "../json_schema.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";

const tag = "api-keys";
const KEY_ROLES = [...ROLES, "agent"] as const;

const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(KEY_ROLES),
  scopes: z.array(z.string()),
  source_agent: z.string(),
  hint: z.string().openapi({
    description: "The first characters of the secret",
    example: "bal_0Kx3mQ",
  }),
  created_at: told,
  expires_at: told.nullable(),
  revoked_at: told.nullable(),
  last_used_at: told.nullable().openapi({
    description: "To a minute or so; null: never",
  }),
  replaces: z.string().nullable().openapi({
    description: "The key that it was made in place of, by rotation",
  }),
  replaced_by: z.string().nullable().openapi({
    description: "The key that was made in its place, by rotation",
  }),
}).openapi("ApiKey");

function apiKeyJson(key: ListedApiKey): Told<z.input<typeof apiKeySchema>> {
  return {
    id: key.id,
    name: key.name,
    role: key.role,
    scopes: key.scopes,
    source_agent: key.sourceAgent,
    hint: key.hint,
    created_at: key.createdAt,
    expires_at: key.expiresAt,
    revoked_at: key.revokedAt,
    last_used_at: key.lastUsedAt,
    replaces: key.replaces,
    replaced_by: key.replacedBy,
  };
}

const withSecretSchema = z.object({
  ...apiKeySchema.shape,
  secret: z.string().nullable(),
}).openapi("NewApiKeyWithSecret");

function withSecretJson({ key, secret }: IssuedApiKey) {
  return { ...apiKeyJson({ ...key, lastUsedAt: null }), secret };
}

const newApiKeySchema = z.strictObject({
  name: name(),
  role: z.enum(KEY_ROLES).openapi({
    description: "`agent`: just what `scopes` name",
  }),
  scopes: z.array(z.enum(GRANTABLE_ACTIONS)).max(GRANTABLE_ACTIONS.length)
    .refine((names) => new Set(names).size === names.length, {
      error: "names an action twice",
    }).default([]),
  source_agent: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
    error: "is not 1 to 64 small letters, digits, dots, dashes or underscores",
  }).default("balance").openapi({
    description: "What events written through this key name as their source",
  }),
  expires_at: instant.nullable().default(null),
}).refine(({ role, scopes }) => (role === "agent") === (scopes.length > 0), {
  path: ["scopes"],
  error: "must name actions for an agent, and for nobody else",
}).openapi("NewApiKey");

const issue = route({
  method: "post",
  path: "/api-keys",
  tag,
  summary: "Create an API key",
  description:
    "The secret is in this answer and nowhere else; a repeated request gets null in its place.",
  action: "api_keys.write",
  body: {
    schema: newApiKeySchema,
    example: {
      name: "bank feed",
      role: "agent",
      scopes: ["records.write", "records.read"],
      source_agent: "bank-feed",
    },
  },
  answer: {
    status: 201,
    description: "The key and its secret",
    schema: withSecretSchema,
  },
  refusals: [
    apiKeyFailures.owners_only(),
    apiKeyFailures.beyond_maker(),
    apiKeyFailures.outlives_maker(),
    apiKeyFailures.expired(),
  ],
  async handle({ deps, scope, body }) {
    const { name, role, scopes, source_agent, expires_at } = body;
    const issued = await issueApiKey(deps, scope, {
      name,
      role,
      scopes,
      sourceAgent: source_agent,
      expiresAt: expires_at,
    });
    return issued.ok ? ok({ body: withSecretJson(issued.value) }) : issued;
  },
});

const id = {
  prefix: "key",
  missing: (id: string) => apiKeyFailures.missing({ api_key_id: id }),
} as const;

const rotate = route({
  method: "post",
  path: "/api-keys/{id}/rotate",
  tag,
  summary: "Make a key in another's place",
  description:
    "The new key has the name, role, scopes, source and expiry of the old one, which works for `overlap_s` seconds more; 0 ends it at once. A key is rotated once; the next time it is the new one's turn, and what is left of the overlap before ends. The secret is in this answer and nowhere else; a repeated request gets null in its place.",
  action: "api_keys.write",
  id,
  body: {
    schema: z.strictObject({
      overlap_s: z.int().min(0).max(OVERLAP_MAX_S).default(OVERLAP_DEFAULT_S),
    }).openapi("Rotation"),
    example: { overlap_s: 3_600 },
  },
  answer: {
    status: 201,
    description: "The new key and its secret",
    schema: withSecretSchema,
  },
  refusals: [
    apiKeyFailures.owners_only(),
    apiKeyFailures.beyond_maker(),
    apiKeyFailures.outlives_maker(),
    apiKeyFailures.ended(),
    apiKeyFailures.replaced(),
  ],
  async handle({ deps, scope, id, body }) {
    const overlapMs = body.overlap_s * 1_000;
    const rotated = await rotateApiKey(deps, scope, id, { overlapMs });
    return rotated.ok ? ok({ body: withSecretJson(rotated.value) }) : rotated;
  },
});

const list = route({
  method: "get",
  path: "/api-keys",
  tag,
  summary: "List API keys, oldest first",
  description: "Revoked ones too.",
  action: "api_keys.read",
  query: z.strictObject(pageQuery("key")),
  answer: {
    status: 200,
    description: "A page of keys",
    schema: pageSchema(apiKeySchema),
  },
  async handle({ deps, scope, query }) {
    const all = await listApiKeys(deps, scope);
    if (!all.ok) return all;
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, apiKeyJson) });
  },
});

const revoke = route({
  method: "delete",
  path: "/api-keys/{id}",
  tag,
  summary: "Revoke an API key",
  description: "At once. It stays in the list.",
  action: "api_keys.write",
  id,
  answer: { status: 204, description: "The key opens nothing any more" },
  refusals: [apiKeyFailures.owners_only()],
  async handle({ deps, scope, id }) {
    const revoked = await revokeApiKey(deps, scope, id);
    return revoked.ok ? ok({ body: null }) : revoked;
  },
});

export const apiKeyRoutes: readonly Route[] = [issue, list, rotate, revoke];
