import type { z } from "@hono/zod-openapi";
import type { Deps } from "../../ports/deps.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import { actorId, type Scope } from "../../src/tenancy/scope.ts";
import type { ApiContext } from "./api_context.ts";
import { answeringOnce, isIdempotencyKey, repeatable } from "./idempotency.ts";
import { readQuery } from "./read_query.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";
import type { Answer, Operation } from "./operation.ts";
import type { Route } from "./route.ts";
import { BodyBroken, sentFile } from "./sent_file.ts";

/** A POST whose body is a file. */
export type FileOperation<Q extends z.ZodObject, A extends z.ZodType> =
  & Pick<
    Operation<string, Q, z.ZodType, A>,
    | "path"
    | "tag"
    | "summary"
    | "description"
    | "action"
    | "query"
    | "answer"
    | "expensive"
    | "refusals"
  >
  & Required<Pick<Operation<string, Q, z.ZodType, A>, "file">>
  & {
    handle(
      asked: {
        readonly deps: Deps;
        readonly scope: Scope;
        readonly query: z.output<Q>;
        readonly content: ReadableStream<Uint8Array>;
        /** Once it has arrived: who sent it is asked for again, and with an idempotency key `uow` answers once. */
        arrived(sha256: string): Promise<
          Result<{ readonly scope: Scope; readonly uow: UnitOfWork }, Failure>
        >;
      },
    ): Promise<Result<Answer<z.input<A>>, Failure>>;
  };

/** Makes a route that reads its body as it comes, whatever its type: permission first, then the address and the headers. */
export function fileRoute<Q extends z.ZodObject, A extends z.ZodType>(
  { handle, ...rest }: FileOperation<Q, A>,
): Route {
  return {
    ...rest,
    method: "post",
    async respond(c, deps) {
      const scope = c.get("scope");
      if (!scope) throw new Error(`${c.req.path} is not behind authentication`);
      const allowed = permit(scope, rest.action);
      if (!allowed.ok) return refuse(c, allowed.failure);
      const query = readQuery(rest.query, c);
      if (!query.ok) return refuse(c, query.failure);
      const wrong = wrongHeaders(c);
      if (wrong !== null) return refuse(c, wrong);
      let wasRepeat = () => false;
      const answered = await handle({
        deps,
        scope,
        query: query.value,
        content: sentFile(c, rest.file.bytesMax),
        async arrived(sha256) {
          const again = await c.get("scopeNow")!();
          if (!again.ok) return again;
          const still = permit(again.value, rest.action);
          if (!still.ok) return still;
          const key = c.req.header("Idempotency-Key");
          if (key === undefined) {
            return ok({ scope: again.value, uow: deps.uow });
          }
          const once = answeringOnce(
            deps.uow,
            repeatable({
              key,
              actor: actorId(again.value),
              method: c.req.method,
              path: c.req.path,
              content: () => [sha256, new URL(c.req.url).search],
            }),
          );
          wasRepeat = once.wasRepeat;
          return ok({ scope: again.value, uow: once.uow });
        },
      }).catch((error) => {
        if (error instanceof BodyBroken) return fail(error.failure);
        throw error;
      });
      if (!answered.ok) return refuse(c, answered.failure);
      return new Response(JSON.stringify(answered.value.body), {
        status: rest.answer.status,
        headers: {
          "Content-Type": "application/json",
          ...wasRepeat() && { "Idempotency-Replayed": "true" },
          ...answered.value.headers,
        },
      });
    },
  };
}

function wrongHeaders(c: ApiContext): Failure | null {
  const key = c.req.header("Idempotency-Key");
  if (key !== undefined && !isIdempotencyKey(key)) {
    return requestFailures.invalid({
      errors: [{
        header: "Idempotency-Key",
        detail: "is not 1 to 200 visible ASCII characters",
      }],
    });
  }
  if (c.req.header("If-Match") !== undefined) {
    return requestFailures.if_match_not_taken();
  }
  return /^multipart\//i.test(c.req.header("Content-Type") ?? "")
    ? requestFailures.form_not_taken()
    : null;
}
