import type { z } from "@hono/zod-openapi";
import type { Deps } from "../../ports/deps.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import { type Id, isId } from "../../src/kernel/ids.ts";
import type { Json } from "../../src/kernel/json.ts";
import { tellRefusal } from "../../src/billing/use_cases/tell_refusal.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import { actorId } from "../../src/tenancy/scope.ts";
import type { ApiContext } from "./api_context.ts";
import type { Answer, Asked, Operation } from "./operation.ts";
import { etagOf, versionIn } from "./etag.ts";
import { readBy } from "./flaws_in.ts";
import { answeringOnce, isIdempotencyKey, repeatable } from "./idempotency.ts";
import { lastingOf } from "./lasting_of.ts";
import { isYamlType, readBody } from "./read_body.ts";
import { BodyBroken } from "./sent_file.ts";
import { uploadOf } from "./upload.ts";
import { readQuery } from "./read_query.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";

/** JSON as a response may hold it: nothing of it is changed here. */
export type Told<T> = T extends readonly (infer Item)[] ? readonly Told<Item>[]
  : T extends object ? { readonly [K in keyof T]: Told<T[K]> }
  : T;

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
      const result = await handled(operation, asked.value);
      if (!result.ok) {
        await tellRefusal(deps, asked.value.scope, result.failure);
        return refuse(c, result.failure, {
          ifMatch: asked.value.seenVersion !== null,
        });
      }
      const { body, version, wasThere, headers = {} } = result.value;
      const { contentType, content } = result.value.written ?? {
        contentType: "application/json",
        content: body === null ? null : JSON.stringify(body),
      };
      return new Response(content, {
        status: wasThere ? 200 : operation.answer.status,
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

/** A body that breaks off in the handler's hands is the sender's failure. */
async function handled<
  P extends string,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  operation: Operation<P, Q, B, A>,
  asked: Asked<P, z.output<Q>, z.output<B>>,
): Promise<Result<Answer<z.input<A>>, Failure>> {
  try {
    return await operation.handle(asked);
  } catch (error) {
    if (error instanceof BodyBroken) return fail(error.failure);
    throw error;
  }
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
  if (operation.upload && isForm(c)) {
    return fail(requestFailures.form_not_taken());
  }
  const upload = operation.upload
    ? uploadOf(c, operation.upload.bytesMax)
    : null;
  const once = repeats && operation.repeats !== "at_provider"
    ? answeringOnce(
      deps.uow,
      repeatable({
        key,
        actor: actorId(scope),
        method: c.req.method,
        path: c.req.path,
        content: () => [
          upload?.readSha256() ?? text,
          new URL(c.req.url).search,
          String(prefersAsync),
        ],
      }),
    )
    : { uow: deps.uow, wasRepeat: () => false };
  return ok({
    deps: { ...deps, uow: once.uow },
    unkeyed: deps,
    wasRepeat: once.wasRepeat,
    scope,
    id: id as Id<P>,
    query: query.value,
    body: body as z.output<B>,
    sent,
    upload,
    async scopeNow() {
      const again = await c.get("scopeNow")!();
      if (!again.ok) return again;
      const still = permit(again.value, operation.action);
      return still.ok ? again : still;
    },
    seenVersion,
    isYaml: isYamlType(c.req.header("Content-Type") ?? ""),
    prefersAsync,
    idempotencyKey: repeats ? key : null,
    origin: c.get("origin")!,
    lasting: lastingOf(c),
  });
}

function wrongHeader(header: string, detail: string): Result<never, Failure> {
  return fail(requestFailures.invalid({ errors: [{ header, detail }] }));
}

/** Whether a file would have to be taken out of a form first. */
function isForm(c: ApiContext): boolean {
  return /^multipart\//i.test(c.req.header("Content-Type") ?? "");
}
