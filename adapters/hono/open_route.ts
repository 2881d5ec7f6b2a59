import type { z } from "@hono/zod-openapi";
import type { Deps } from "../../ports/deps.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import type { ApiContext } from "./api_context.ts";
import { readBy } from "./flaws_in.ts";
import { sentFrom } from "./own_origin.ts";
import { readBody } from "./read_body.ts";
import { readQuery } from "./read_query.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";
import type { Answer, Operation } from "./operation.ts";

/** An operation for who is not signed in: what its body holds is what lets them in. */
export type OpenOperation<B extends z.ZodType, A extends z.ZodType> =
  & Pick<
    Operation<string, z.ZodObject, B, A>,
    "path" | "tag" | "summary" | "description" | "answer" | "refusals"
  >
  & Required<Pick<Operation<string, z.ZodObject, B, A>, "body">>
  & {
    handle(
      asked: {
        readonly deps: Deps;
        readonly body: z.output<B>;
        /** Where browsers reach this service. */
        readonly origin: string;
      },
    ): Promise<Result<Answer<z.input<A>>, Failure>>;
  };

/** An open operation, always a POST, as the router and the document see it. */
export type OpenRoute =
  & Omit<OpenOperation<z.ZodType, z.ZodType>, "handle">
  & { respond(c: ApiContext, deps: Deps): Promise<Response> };

/**
 * Makes an open route. A page of another site may not send to it, or it could sign its reader in as somebody else.
 * It takes no `Idempotency-Key`: there is nobody yet whose key it would be, and a code is good for once anyhow.
 */
export function openRoute<B extends z.ZodType, A extends z.ZodType>(
  { handle, ...rest }: OpenOperation<B, A>,
): OpenRoute {
  return {
    ...rest,
    async respond(c, deps) {
      const body = await ask(c, rest.body);
      if (!body.ok) return refuse(c, body.failure);
      const origin = c.get("origin")!;
      const result = await handle({ deps, body: body.value, origin });
      if (!result.ok) return refuse(c, result.failure);
      return new Response(JSON.stringify(result.value.body), {
        status: rest.answer.status,
        headers: {
          "Content-Type": "application/json",
          ...result.value.headers,
        },
      });
    },
  };
}

async function ask<B extends z.ZodType>(
  c: ApiContext,
  form: OpenOperation<B, z.ZodType>["body"],
): Promise<Result<z.output<B>, Failure>> {
  if (sentFrom(c) === "other") return fail(requestFailures.cross_site());
  if (c.req.header("Idempotency-Key") !== undefined) {
    return fail(requestFailures.idempotency_key_not_taken());
  }
  if (c.req.header("If-Match") !== undefined) {
    return fail(requestFailures.if_match_not_taken());
  }
  const query = readQuery(undefined, c);
  if (!query.ok) return query;
  const read = await readBody(c, form);
  if (!read.ok) return read;
  const fits = readBy(form.schema, read.value.value);
  return fits.ok
    ? ok(fits.value)
    : fail(requestFailures.invalid({}, fits.flaws));
}
