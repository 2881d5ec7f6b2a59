import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Ids } from "../../ports/ids.ts";
import { TRACEPARENT } from "../../src/events/job.ts";
import { actorId } from "../../src/tenancy/scope.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import type { RequestLog } from "./request_log.ts";

const SANE_ID = /^[\w.~:-]{1,128}$/;
/** Gives every request an id, and the log one line when it is done. `nowMs` only ever goes forward. */
export function observed({ ids, log, nowMs }: {
  readonly ids: Ids;
  readonly log: RequestLog;
  readonly nowMs: () => number;
}): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const begun = nowMs();
    const given = c.req.header("X-Request-Id");
    const requestId = given !== undefined && SANE_ID.test(given)
      ? given
      : ids.next("req");
    c.set("requestId", requestId);
    const traceparent = c.req.header("traceparent") ?? "";
    if (TRACEPARENT.test(traceparent)) c.set("traceparent", traceparent);
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    const scope = c.get("scope");
    log({
      request_id: requestId,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: nowMs() - begun,
      tenant_id: scope?.tenantId ?? null,
      actor_id: scope ? actorId(scope) : null,
      traceparent: c.get("traceparent") ?? null,
      ...c.error !== undefined && { error: c.error },
    });
  };
}

/** The pattern of the route that answers; steps before it are registered for all methods. */
function routeOf(c: ApiContext): string | null {
  return matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ??
    null;
}
