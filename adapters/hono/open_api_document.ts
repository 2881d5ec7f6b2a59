import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Failure } from "../../src/kernel/failure.ts";
import { accessFailures } from "../../src/tenancy/access.ts";
import { idPattern } from "./fields.ts";
import {
  bodyFailures,
  bodyOf,
  UPLOAD_FAILURES,
  uploadBodyOf,
} from "./open_api_body.ts";
import { contentOf } from "./answer_content.ts";
import { answerHeaders, REQUEST_ID_HEADER } from "./answer_headers.ts";
import { limitFailures } from "./limit_failures.ts";
import { problemOf, statusOf } from "./problem.ts";
import { problemSchema } from "./problem_schema.ts";
import { idempotencyFailures, requestFailures } from "./request_failures.ts";
import type { OpenRoute } from "./open_route.ts";
import type { Route } from "./route.ts";
import { EVENT_ROUTES, OPEN_ROUTES, ROUTES, TAGS } from "./routes.ts";
import { SECURE_COOKIE } from "./session_cookie.ts";

const DESCRIPTION =
  "Balance sorts a company's records into its own categories: by its rules first, then by what its people approved before, then by a language model; it says why, and asks a person when it is not sure enough.";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/** The API as OpenAPI 3.1, made of the routes themselves. */
export function openApiDocument(): OpenApiDocument {
  const documented = new OpenAPIHono();
  const { openAPIRegistry } = documented;
  openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description:
      "An API key or a session: `Authorization: Bearer bal_…`. A browser sends its session as a cookie instead",
  });
  openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: SECURE_COOKIE,
    description:
      "The session of `POST /api/v1/session`. What changes something must come from a page of this service",
  });
  for (const one of OPEN_ROUTES) {
    openAPIRegistry.registerPath(openOperationOf("/api/v1", one));
  }
  for (const one of ROUTES) register("/api/v1", one);
  for (const one of EVENT_ROUTES) register("/api", one);
  function register(base: string, one: Route) {
    openAPIRegistry.registerPath(operationOf(base, one));
  }
  return documented.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Balance", version: "1", description: DESCRIPTION },
    tags: TAGS.map(({ name, description }) => ({ name, description })),
    security: [{ apiKey: [] }, { session: [] }],
  });
}

type PathConfig = Parameters<
  OpenAPIHono["openAPIRegistry"]["registerPath"]
>[0];

function operationOf(base: string, one: Route): PathConfig {
  const path = `${base}${one.path}`;
  const { answer, body, query } = one;
  const words = `${one.method} ${path}`.match(/\w+/g) ?? [];
  return {
    method: one.method,
    path,
    operationId: words.join("_"),
    tags: [one.tag],
    summary: one.summary,
    ...one.description !== undefined && { description: one.description },
    "x-action": one.action,
    request: {
      ...one.id && { params: idParameter(one.id.prefix) },
      ...query && { query },
      ...headersOf(one),
      ...body && { body: bodyOf(body) },
      ...one.upload && { body: uploadBodyOf(one.upload) },
    },
    responses: {
      [answer.status]: {
        description: answer.description,
        headers: answerHeaders(one),
        ...contentOf(answer),
      },
      ...answer.wasThere !== undefined && {
        200: {
          description: answer.wasThere,
          headers: answerHeaders(one),
          content: { "application/json": { schema: answer.schema! } },
        },
      },
      ...problemsOf(one),
    },
  };
}

/** The part of an operation that is the same for those who are not signed in. */
function openOperationOf(base: string, one: OpenRoute): PathConfig {
  const path = `${base}${one.path}`;
  const { answer } = one;
  return {
    method: "post",
    path,
    operationId: `post ${path}`.match(/\w+/g)!.join("_"),
    tags: [one.tag],
    summary: one.summary,
    ...one.description !== undefined && { description: one.description },
    security: [],
    request: { body: bodyOf(one.body) },
    responses: {
      [answer.status]: {
        description: answer.description,
        headers: {
          "X-Request-Id": REQUEST_ID_HEADER,
          "Set-Cookie": {
            description: "The session, unless it is asked for as a token",
            schema: { type: "string" },
          },
        },
        content: { "application/json": { schema: answer.schema! } },
      },
      ...problemsIn([
        requestFailures.cross_site(),
        requestFailures.idempotency_key_not_taken(),
        requestFailures.if_match_not_taken(),
        limitFailures.address(),
        ...one.refusals ?? [],
        requestFailures.invalid(),
        ...bodyFailures(one.body),
        requestFailures.unexpected(),
      ]),
    },
  };
}

function idParameter(prefix: string) {
  return z.object({
    id: z.string().openapi({ pattern: idPattern(prefix) }),
  });
}

function headersOf(one: Route) {
  const named: Record<string, z.ZodType> = {
    ...one.method === "post" && {
      "Idempotency-Key": z.string().optional().openapi({
        description: `1 to 200 visible ASCII characters. ${
          one.repeats === "at_provider"
            ? "It goes on to the payment provider, which answers a repeat with the same key and body with the first page for a day, if it knows keys."
            : "A repeat with the same key and body gets the first answer, with `Idempotency-Replayed: true`; it does nothing again."
        }`,
        pattern: "^[\\x21-\\x7e]{1,200}$",
        example: "import-2026-03-31-1",
      }),
    },
    ...one.ifMatch && {
      "If-Match": z.string().optional().openapi({
        description:
          "The ETag of the version that was seen; a changed one answers 412",
        example: '"3"',
      }),
    },
    ...one.lasts && {
      "Last-Event-ID": z.string().optional().openapi({
        description:
          "Of a stream: the last `id` it told, behind which it goes on; goes before `after`",
        pattern: "^\\d{1,16}$",
        example: "42",
      }),
    },
    ...one.async && {
      Prefer: z.string().optional().openapi({
        description: "`respond-async`: keep it now, take it in afterwards",
        example: "respond-async",
      }),
    },
  };
  return Object.keys(named).length > 0 ? { headers: z.object(named) } : {};
}

/** Every failure that the route can answer, by status. */
function problemsOf(one: Route): PathConfig["responses"] {
  const takesInput = one.body ?? one.upload ?? one.query ??
    one.method === "post";
  const failures: readonly Failure[] = [
    accessFailures.unauthenticated(),
    accessFailures.denied({ action: one.action }),
    limitFailures.key({ retry_after_s: 12 }),
    limitFailures.address(),
    ...one.expensive ? [limitFailures.at_once()] : [],
    ...one.lasts
      ? [limitFailures.streams(), limitFailures.streams_of_all()]
      : [],
    ...one.id ? [one.id.missing("…")] : [],
    ...one.refusals ?? [],
    ...takesInput ? [requestFailures.invalid()] : [],
    ...one.ifMatch ? [] : [requestFailures.if_match_not_taken()],
    ...one.method === "post" ? [idempotencyFailures.reused()] : [],
    ...one.body ? bodyFailures(one.body) : [],
    ...one.upload ? UPLOAD_FAILURES : [],
    requestFailures.unexpected(),
  ];
  return problemsIn(failures, one.ifMatch);
}

function problemsIn(
  failures: readonly Failure[],
  ifMatch?: true,
): PathConfig["responses"] {
  const kinds = new Map(failures.map((failure) => [failure.kind, failure]));
  const byStatus = Map.groupBy(
    kinds.values(),
    (failure) => statusOf(failure, ifMatch),
  );
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [status, {
      description: group.map(({ kind, title }) => `\`${kind}\`: ${title}`)
        .join("; "),
      content: {
        "application/problem+json": {
          schema: problemSchema,
          examples: Object.fromEntries(group.map((failure) => [
            failure.kind,
            { value: problemOf(failure, "req_…", status) },
          ])),
        },
      },
    }]),
  );
}
