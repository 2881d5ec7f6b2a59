import type { MiddlewareHandler } from "hono";
import { fail } from "../../src/kernel/result.ts";
import { accessFailures } from "../../src/tenancy/access.ts";
import { authenticate } from "../../src/tenancy/use_cases/authenticate.ts";
import type { ApiEnv } from "./api_context.ts";
import { refuse } from "./refuse.ts";

/** Lets in who brings a live API key; everyone else gets the same answer. */
export function authenticated(
  deps: Parameters<typeof authenticate>[0],
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const secret = /^Bearer +([\x21-\x7e]+)$/i
      .exec(c.req.header("Authorization") ?? "")?.[1];
    const scope = secret === undefined
      ? fail(accessFailures.unauthenticated())
      : await authenticate(deps, secret, c.get("traceparent"));
    if (!scope.ok) return refuse(c, scope.failure);
    c.set("scope", scope.value);
    await next();
  };
}
