import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../src/kernel/result.ts";
import { ROLES } from "../../../src/tenancy/access.ts";
import { sessionFailures } from "../../../src/tenancy/session.ts";
import { endSession } from "../../../src/tenancy/use_cases/end_session.ts";
import { exchangeSignIn } from "../../../src/tenancy/use_cases/exchange_sign_in.ts";
import {
  type CurrentSession,
  readSession,
} from "../../../src/tenancy/use_cases/read_session.ts";
import { revokeSessions } from "../../../src/tenancy/use_cases/revoke_sessions.ts";
import { told } from "../json_schema.ts";
import { type OpenRoute, openRoute } from "../open_route.ts";
import { requestFailures } from "../request_failures.ts";
import { type Route, route, type Told } from "../route.ts";
import { noCookie } from "../session_cookie.ts";
import {
  code,
  handedAs,
  startedAnswer,
  startedSchema,
} from "./started_session.ts";

const tag = "session";

const start = openRoute({
  path: "/session",
  tag,
  summary: "Sign in with a one-time code",
  description:
    "The code of `deno task sign-in`, which is good once and for ten minutes.",
  body: {
    schema: z.strictObject({ code, as: handedAs }).openapi("SignIn"),
    example: { code: "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl" },
  },
  answer: {
    status: 201,
    description: "The session, in a cookie unless asked for otherwise",
    schema: startedSchema,
  },
  refusals: [sessionFailures.refused(), sessionFailures.off()],
  async handle({ deps, body, origin }) {
    const started = await exchangeSignIn(deps, body.code);
    if (!started.ok) return started;
    const now = deps.clock.now();
    return ok(startedAnswer(started.value, { as: body.as, origin, now }));
  },
});

const currentSchema = z.object({
  tenant_id: z.string(),
  actor: z.object({ kind: z.enum(["member", "api_key"]), id: z.string() }),
  role: z.enum([...ROLES, "agent"]),
  member: z.object({ email: z.string(), name: z.string() }).nullable(),
  actions: z.array(z.string()).openapi({ description: "What is allowed" }),
  expires_at: told.nullable().openapi({
    description: "When the session ends; null for an API key",
  }),
}).openapi("Session");

function currentJson(
  { tenantId, actor, member, actions, expiresAt }: CurrentSession,
): Told<z.input<typeof currentSchema>> {
  if (actor.kind === "system") throw new Error("the service has no session");
  return {
    tenant_id: tenantId,
    actor: { kind: actor.kind, id: actor.id },
    role: actor.role,
    member: member && { email: member.email, name: member.name },
    actions,
    expires_at: expiresAt,
  };
}

const show = route({
  method: "get",
  path: "/session",
  tag,
  summary: "Who is signed in, and what they may do",
  description: "An API key is told the same of itself.",
  action: "session.own",
  answer: {
    status: 200,
    description: "Who asks",
    schema: currentSchema,
  },
  async handle({ deps, scope }) {
    const read = await readSession(deps, scope);
    return read.ok ? ok({ body: currentJson(read.value) }) : read;
  },
});

const end = route({
  method: "delete",
  path: "/session",
  tag,
  summary: "Sign out",
  description: "At once, in every process.",
  action: "session.own",
  query: z.strictObject({
    everywhere: z.enum(["true", "false"]).optional().openapi({
      description: "`true`: every session of the member, on all devices",
    }),
  }),
  answer: { status: 204, description: "The session opens nothing any more" },
  refusals: [sessionFailures.none(), requestFailures.cross_site()],
  async handle({ deps, scope, query, origin }) {
    const { actor } = scope;
    const ended = query.everywhere !== "true"
      ? await endSession(deps, scope)
      : actor.kind === "member"
      ? await revokeSessions(deps, scope, actor.id)
      : fail(sessionFailures.none());
    if (!ended.ok) return ended;
    return ok({ body: null, headers: { "Set-Cookie": noCookie(origin) } });
  },
});

export const sessionRoutes: readonly Route[] = [show, end];
export const openSessionRoutes: readonly OpenRoute[] = [start];
