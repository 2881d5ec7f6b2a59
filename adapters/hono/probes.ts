import { Hono } from "hono";
import type { Ids } from "../../ports/ids.ts";
import type { ApiEnv } from "./api_context.ts";
import { notFound } from "./not_found.ts";
import { observed } from "./observed.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";
import type { RequestLog } from "./request_log.ts";
import { securityHeaders } from "./security_headers.ts";

/** What an operator's tools ask of any process. */
export interface ProbeOptions {
  /** Whether the process can do its work now. */
  readonly ready: () => Promise<boolean>;
  /** Whether it should go on: a process that is not alive is better started anew. */
  readonly alive?: () => boolean;
}

/** `/livez` and `/readyz`. */
export function probes(
  { ready, alive = () => true }: ProbeOptions,
): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get(
    "/livez",
    (c) =>
      alive()
        ? c.json({ status: "ok" })
        : refuse(c, requestFailures.not_alive()),
  );
  app.get(
    "/readyz",
    async (c) =>
      await ready()
        ? c.json({ status: "ready" })
        : refuse(c, requestFailures.not_ready()),
  );
  return app;
}

/** The HTTP side of a process that only works: it answers its operator and nobody else. */
export function probeApi(
  { ids, log, nowMs, ...options }: ProbeOptions & {
    readonly ids: Ids;
    readonly log: RequestLog;
    readonly nowMs: () => number;
  },
): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(observed({ ids, log, nowMs }), securityHeaders);
  app.route("/", probes(options));
  app.notFound(notFound(app));
  return app;
}
