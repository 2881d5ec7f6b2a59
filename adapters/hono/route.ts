import type { z } from "@hono/zod-openapi";
import type { Deps } from "../../ports/deps.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import { type Id, isId } from "../../src/kernel/ids.ts";
import type { Json } from "../../src/kernel/json.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { type Action, permit } from "../../src/tenancy/access.ts";
import { actorId, type Scope } from "../../src/tenancy/scope.ts";
import type { ApiContext } from "./api_context.ts";
import { etagOf, versionIn } from "./etag.ts";
import { readBy } from "./flaws_in.ts";
import { answeringOnce, isIdempotencyKey, repeatable } from "./idempotency.ts";
import { type BodyForm, isYamlType, readBody } from "./read_body.ts";
import { readQuery } from "./read_query.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";

/** JSON as a response may hold it: nothing of it is changed here. */
export type Told<T> = T extends readonly (infer Item)[] ? readonly Told<Item>[]
  : T extends object ? { readonly [K in keyof T]: Told<T[K]> }
  : T;

/** What a handler gets: all of it read and checked. */
export interface Asked<P extends string, Query, Body> {
  /** In a POST with an idempotency key its `uow` answers once. */
  readonly deps: Deps;
  readonly scope: Scope;
  readonly id: Id<P>;
  readonly query: Query;
  readonly body: Body;
  /** The body before it was read by the schema. */
  readonly sent: Json;
  /** The version in `If-Match`; null where none was named. */
  readonly seenVersion: number | null;
  /** The body was sent as YAML. */
  readonly isYaml: boolean;
  readonly prefersAsync: boolean;
  /** Where browsers reach this service. */
  readonly origin: string;
}

/** What a handler answers; `version` becomes the ETag. */
export interface Answer<Body> {
  readonly body: Told<Body> | null;
  /** The body in a form of its own, which is sent instead. */
  readonly written?: {
    readonly contentType: string;
    readonly content: string | ReadableStream<Uint8Array<ArrayBuffer>>;
  };
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of the API: what it takes, what it answers, and what it needs to be allowed. */
export interface Operation<
  P extends string,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
> {
  readonly method: "get" | "post" | "patch" | "put" | "delete";
  /** Below `/api/v1`; a path's only parameter is `{id}`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The action of `src/tenancy/access.ts` that the caller needs. */
  readonly action: Action;
  /** The kind of id in the path, and the failure when it is not there. */
  readonly id?: { readonly prefix: P; missing(id: string): Failure };
  readonly query?: Q;
  readonly body?: BodyForm & { readonly schema: B; readonly example: Json };
  /** The body is a file of up to so many bytes: made by `fileRoute`. */
  readonly file?: { readonly bytesMax: number };
  readonly answer: {
    readonly status: 200 | 201 | 202 | 204;
    readonly description: string;
    readonly schema?: A;
    readonly example?: Json;
    /** It may be YAML. */
    readonly yaml?: true;
    /** It is lines of JSON, each as the schema says. */
    readonly ndjson?: true;
  };
  /** A version that the caller saw may be named. */
  readonly ifMatch?: true;
  /** `Prefer: respond-async` is heard. */
  readonly async?: true;
  /** The answer carries an ETag. */
  readonly etag?: true;
  /** It reads or works much: few of a tenant at once. */
  readonly expensive?: true;
  /** The failures of its use case, for the document. */
  readonly refusals?: readonly Failure[];
  handle(
    asked: Asked<P, z.output<Q>, z.output<B>>,
  ): Promise<Result<Answer<z.input<A>>, Failure>>;
}

/** An operation as the router and the document see it. */
export type Route =
  & Omit<Operation<string, z.ZodObject, z.ZodType, z.ZodType>, "handle">
  & { respond(c: ApiContext, deps: Deps): Promise<Response> };

/** A body that took longer is from somebody who is asked for once more. */
const SLOW_BODY_MS = 50;

/** Makes a route: permission first, then what the address, the headers and the body say, then the handler. */
export function route<
  P extends string,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(operation: Operation<P, Q, B, A>): Route {
  const { handle: _, ...rest } = operation;
  return {
    ...rest,
    async respond(c, deps) {
      const asked = await ask(operation, c, deps);
      if (!asked.ok) return refuse(c, asked.failure);
      const result = await operation.handle(asked.value);
      if (!result.ok) {
        return refuse(c, result.failure, {
          ifMatch: asked.value.seenVersion !== null,
        });
      }
      const { body, version, headers = {} } = result.value;
      const { contentType, content } = result.value.written ?? {
        contentType: "application/json",
        content: body === null ? null : JSON.stringify(body),
      };
      return new Response(content, {
        status: operation.answer.status,
        headers: {
          ...content !== null && { "Content-Type": contentType },
          ...version !== undefined && { ETag: etagOf(version) },
          ...asked.value.wasRepeat() && { "Idempotency-Replayed": "true" },
          ...headers,
        },
      });
    },
  };
}

async function ask<
  P extends string,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(operation: Operation<P, Q, B, A>, c: ApiContext, deps: Deps): Promise<
  Result<
    Asked<P, z.output<Q>, z.output<B>> & { wasRepeat(): boolean },
    Failure
  >
> {
  let scope = c.get("scope");
  if (!scope) throw new Error(`${c.req.path} is not behind authentication`);
  const allowed = permit(scope, operation.action);
  if (!allowed.ok) return allowed;

  const id = c.req.param("id") ?? "";
  if (operation.id && !isId(operation.id.prefix, id)) {
    return fail(operation.id.missing(id));
  }
  const query = readQuery(operation.query, c);
  if (!query.ok) return query;
  const key = c.req.header("Idempotency-Key");
  const repeats = operation.method === "post" && key !== undefined;
  if (repeats && !isIdempotencyKey(key)) {
    return wrongHeader(
      "Idempotency-Key",
      "is not 1 to 200 visible ASCII characters",
    );
  }
  const ifMatch = c.req.header("If-Match");
  if (ifMatch !== undefined && !operation.ifMatch) {
    return fail(requestFailures.if_match_not_taken());
  }
  const seenVersion = ifMatch === undefined ? null : versionIn(ifMatch);
  if (seenVersion === undefined) {
    return wrongHeader("If-Match", 'is not an ETag of ours, such as "3"');
  }
  const prefersAsync = operation.async === true &&
    /\brespond-async\b/i.test(c.req.header("Prefer") ?? "");

  let [text, sent, body]: [string, Json, z.output<B>?] = ["", null];
  if (operation.body) {
    const began = performance.now();
    const read = await readBody(c, operation.body);
    if (!read.ok) return read;
    // Who was let in before it arrived may be out by now, or may do less.
    if (performance.now() - began > SLOW_BODY_MS) {
      const again = await c.get("scopeNow")!();
      if (!again.ok) return again;
      scope = again.value;
      const still = permit(scope, operation.action);
      if (!still.ok) return still;
    }
    ({ text, value: sent } = read.value);
    const fits = readBy(operation.body.schema, sent);
    if (!fits.ok) return fail(requestFailures.invalid({}, fits.flaws));
    body = fits.value;
  }
  const once = repeats
    ? answeringOnce(
      deps.uow,
      repeatable({
        key,
        actor: actorId(scope),
        method: c.req.method,
        path: c.req.path,
        content: [text, new URL(c.req.url).search, String(prefersAsync)],
      }),
    )
    : { uow: deps.uow, wasRepeat: () => false };
  return ok({
    deps: { ...deps, uow: once.uow },
    wasRepeat: once.wasRepeat,
    scope,
    id: id as Id<P>,
    query: query.value,
    body: body as z.output<B>,
    sent,
    seenVersion,
    isYaml: isYamlType(c.req.header("Content-Type") ?? ""),
    prefersAsync,
    origin: c.get("origin")!,
  });
}

function wrongHeader(header: string, detail: string): Result<never, Failure> {
  return fail(requestFailures.invalid({ errors: [{ header, detail }] }));
}
