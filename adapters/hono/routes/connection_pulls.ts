import { z } from "@hono/zod-openapi";
import { connectionFailures } from "../../../src/integrations/connection.ts";
import { MANIFESTS } from "../../../src/integrations/manifests/manifests.ts";
import { oauthFailures } from "../../../src/integrations/oauth.ts";
import { beginAuthorisation } from "../../../src/integrations/use_cases/begin_authorisation.ts";
import { completeAuthorisation } from "../../../src/integrations/use_cases/complete_authorisation.ts";
import { requestPull } from "../../../src/integrations/use_cases/request_pull.ts";
import { revokeAuthorisation } from "../../../src/integrations/use_cases/revoke_authorisation.ts";
import { ok } from "../../../src/kernel/result.ts";
import { told } from "../json_schema.ts";
import { type Route, route } from "../route.ts";
import { connectionInPath } from "./connections.ts";

const tag = "connections";
const CALLBACK = "/connections/oauth/callback";

const sync = route({
  method: "post",
  path: "/connections/{id}/sync",
  tag,
  summary: "Fetch from a source now",
  description:
    "Begins the connection's schedule too. What a pull brings and how it went is in the connection's health and in its payloads.",
  action: "connections.write",
  id: connectionInPath,
  answer: {
    status: 202,
    description: "The number of the pull",
    schema: z.object({ run: z.number().int() }).openapi("RequestedPull"),
  },
  refusals: [
    connectionFailures.archived(),
    connectionFailures.paused(),
    connectionFailures.other_kind(),
    connectionFailures.not_authorised(),
  ],
  async handle({ deps, scope, id }) {
    const run = await requestPull(deps, scope, id);
    return run.ok ? ok({ body: { run: run.value } }) : run;
  },
});

const begin = route({
  method: "get",
  path: "/connections/{id}/oauth/start",
  tag,
  summary: "Begin to authorise a connection at its source",
  description:
    `Send a person to the address in the answer. The source sends them back to \`/api/v1${CALLBACK}\` (register it there), where whoever began this must be signed in; an integrator with an address of their own (\`redirect_uri\`) calls that operation with what was brought back.`,
  action: "connections.write",
  id: connectionInPath,
  query: z.strictObject({
    redirect_uri: z.url({ protocol: /^https?$/ }).max(2_000).optional(),
  }),
  answer: {
    status: 200,
    description: "Where to send the person, and until when",
    schema: z.object({ authorization_url: z.string(), expires_at: told })
      .openapi("BegunAuthorisation"),
  },
  refusals: [
    connectionFailures.archived(),
    connectionFailures.other_kind(),
    connectionFailures.no_sealing(),
  ],
  async handle({ deps, scope, id, query, origin }) {
    const begun = await beginAuthorisation(deps, scope, {
      id,
      redirectUri: query.redirect_uri ?? `${origin}/api/v1${CALLBACK}`,
    });
    return begun.ok
      ? ok({
        body: {
          authorization_url: begun.value.url,
          expires_at: begun.value.expiresAt,
        },
      })
      : begun;
  },
});

const complete = route({
  method: "get",
  path: CALLBACK,
  tag,
  summary: "Bring back what a source answered",
  description:
    "The code is exchanged for tokens, which are sealed, and the first pull begins. Good once, within ten minutes, for who began.",
  action: "connections.write",
  query: z.object({
    state: z.string().max(300),
    code: z.string().max(4_000).optional(),
    error: z.string().max(300).optional(),
    iss: z.string().max(2_000).optional(),
  }),
  answer: {
    status: 200,
    description: "The connection that is authorised now",
    schema: z.object({ connection_id: z.string(), authorised: z.literal(true) })
      .openapi("Authorised"),
  },
  refusals: [
    oauthFailures.unknown_state(),
    oauthFailures.denied(),
    oauthFailures.revoked(),
    oauthFailures.rejected(),
    oauthFailures.unavailable(),
    oauthFailures.unreadable(),
    oauthFailures.not_reached(),
  ],
  async handle({ deps, scope, query }) {
    const done = await completeAuthorisation(deps, scope, {
      state: query.state,
      code: query.code ?? null,
      error: query.error ?? null,
      iss: query.iss ?? null,
    });
    return done.ok
      ? ok({ body: { connection_id: done.value, authorised: true as const } })
      : done;
  },
});

const revoke = route({
  method: "post",
  path: "/connections/{id}/oauth/revoke",
  tag,
  summary: "Forget a connection's tokens, and tell its source",
  action: "connections.write",
  id: connectionInPath,
  answer: {
    status: 200,
    description: "Whether the source took note",
    schema: z.object({ revoked_at_source: z.boolean() })
      .openapi("RevokedAuthorisation"),
  },
  refusals: [
    connectionFailures.not_authorised(),
    connectionFailures.other_kind(),
    connectionFailures.no_sealing(),
  ],
  async handle({ deps, scope, id }) {
    const told = await revokeAuthorisation(deps, scope, id);
    return told.ok ? ok({ body: { revoked_at_source: told.value } }) : told;
  },
});

const manifests = route({
  method: "get",
  path: "/connections/manifests",
  tag,
  summary: "List the sources that are known",
  description:
    "Name one as `manifest` when you create a connection, or copy its settings and change them.",
  action: "connections.read",
  answer: {
    status: 200,
    description: "All of them",
    schema: z.object({
      data: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          settings: z.record(z.string(), z.unknown()),
          mapping: z.string(),
        }).openapi("Manifest"),
      ),
    }),
  },
  handle: () =>
    Promise.resolve(ok({
      body: {
        data: MANIFESTS.map(({ name, title, settings, mapping }) => ({
          name,
          title,
          settings: settings as Record<string, unknown>,
          mapping,
        })),
      },
    })),
});

export const connectionPullRoutes: readonly Route[] = [
  manifests,
  sync,
  begin,
  complete,
  revoke,
];
