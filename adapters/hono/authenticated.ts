import type { MiddlewareHandler } from "hono";
import { fail } from "../../src/kernel/result.ts";
import { accessFailures } from "../../src/tenancy/access.ts";
import { authenticate } from "../../src/tenancy/use_cases/authenticate.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { sentFrom } from "./own_origin.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";
import { sessionIn } from "./session_cookie.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets in who brings a live API key or session; everyone else gets the same answer. A browser sends its cookie whoever
 * asks it to, so what comes by cookie changes something only when it comes from a page of our own.
 */
export function authenticated(
  deps: Parameters<typeof authenticate>[0],
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { token, byCookie } = tokenIn(c);
    if (byCookie && !SAFE.has(c.req.method) && sentFrom(c) !== "own") {
      return refuse(c, requestFailures.cross_site());
    }
    const scopeNow = async () =>
      token === undefined
        ? fail(accessFailures.unauthenticated())
        : await authenticate(deps, token, c.get("traceparent"));
    const scope = await scopeNow();
    if (!scope.ok) return refuse(c, scope.failure);
    c.set("scope", scope.value);
    c.set("scopeNow", scopeNow);
    await next();
  };
}

/** The cookie counts only where there is no `Authorization` at all. */
function tokenIn(
  c: ApiContext,
): { readonly token: string | undefined; readonly byCookie: boolean } {
  const header = c.req.header("Authorization");
  if (header === undefined) {
    const token = sessionIn(c);
    return { token, byCookie: token !== undefined };
  }
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(header)?.[1];
  return { token, byCookie: false };
}
