import { Hono } from "hono";
import type { ApiEnv } from "./api_context.ts";
import { notFound } from "./not_found.ts";
import { observed, type Observers } from "./observed.ts";
import { operator, type OperatorTokens } from "./operator.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";
import { securityHeaders } from "./security_headers.ts";

/** What an operator's tools ask of any process. */
export interface ProbeOptions {
  /** Whether the process can do its work now. */
  readonly ready: () => Promise<boolean>;
  /** Whether it should go on: a process that is not alive is better started anew. */
  readonly alive?: () => boolean;
  /** What `/metrics` answers; there is no such address without it. */
  readonly metrics?: Scrape;
  /** Whoever asks for the metrics must bring one; null or absent: nobody must. */
  readonly operatorTokens?: OperatorTokens | null;
}

/** Metrics as text, and the format they are in. */
export interface Scrape {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** `/livez`, `/readyz` and `/metrics`. */
export function probes(
  { ready, alive = () => true, metrics, operatorTokens }: ProbeOptions,
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
  if (metrics) {
    if (operatorTokens) app.use("/metrics", operator(operatorTokens, "Bearer"));
    app.get(
      "/metrics",
      async (c) =>
        c.body(await metrics.metrics(), 200, {
          "Content-Type": metrics.contentType,
        }),
    );
  }
  return app;
}

/** The HTTP side of a process that only works: it answers its operator and nobody else. */
export function probeApi(options: ProbeOptions & Observers): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(observed(options), securityHeaders);
  app.onError((_error, c) => refuse(c, requestFailures.unexpected()));
  app.route("/", probes(options));
  app.notFound(notFound(app));
  return app;
}
