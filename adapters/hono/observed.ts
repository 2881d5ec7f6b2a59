import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Ids } from "../../ports/ids.ts";
import { TRACEPARENT } from "../../src/events/job.ts";
import { actorId } from "../../src/tenancy/scope.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { methodOf } from "./method_of.ts";
import type { RequestLog } from "./request_log.ts";
import type { RequestTrace } from "./request_trace.ts";

const SANE_ID = /^[\w.~:-]{1,128}$/;

/** What every request is observed with. */
export interface Observers {
  readonly ids: Ids;
  readonly log: RequestLog;
  /** Milliseconds from any start, never going back. */
  readonly nowMs: () => number;
  readonly trace: RequestTrace;
}

/** Gives every request an id and a trace context, and the log one line when it is done. */
export function observed(
  { ids, log, nowMs, trace }: Observers,
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const begun = nowMs();
    const given = c.req.header("X-Request-Id");
    const requestId = given !== undefined && SANE_ID.test(given)
      ? given
      : ids.next("req");
    c.set("requestId", requestId);
    const sent = c.req.header("traceparent") ?? "";
    const traceparent = trace.context(
      TRACEPARENT.test(sent) ? sent : undefined,
    );
    if (traceparent !== undefined) c.set("traceparent", traceparent);
    const line = (error: unknown) => {
      const scope = c.get("scope");
      const problem = c.get("problem");
      log({
        request_id: requestId,
        method: methodOf(c.req.method),
        route: routeOf(c),
        status: c.res.status,
        ms: nowMs() - begun,
        tenant_id: scope?.tenantId ?? null,
        actor_id: scope ? actorId(scope) : null,
        traceparent: c.get("traceparent") ?? null,
        ...problem !== undefined && { problem },
        ...error !== undefined && { error },
      });
    };
    c.set("logLate", line);
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    trace.routed(methodOf(c.req.method), routeOf(c));
    line(c.error);
  };
}

/** The pattern of the route that answers; steps before it are registered for all methods. */
function routeOf(c: ApiContext): string | null {
  return matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ??
    null;
}
