import {
  ProxyTracerProvider,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import type postgres from "postgres";
import { type Job, queueOf } from "../../src/events/job.ts";
import { fenceSpans } from "./span_fence.ts";
import { contextOf, traceparentOf } from "./trace_context.ts";
import { tracedSql } from "./traced_sql.ts";

/** How the service takes part in traces. */
export interface Tracing {
  /** The trace context for what follows from this request; `given` is the caller's own. */
  context(given: string | undefined): string | undefined;
  /** Names the active request's span by its route. */
  routed(method: string, route: string | null): void;
  /** Runs `work` in a span `<what> <kind>` that continues the job's trace; `outcome` tells it what came of it. */
  job<T>(
    what: "job" | "give up",
    job: Job,
    work: (outcome: (name: string) => void) => Promise<T>,
  ): Promise<T>;
  /** The same connections; their statements are seen inside spans. */
  sql(sql: postgres.Sql): postgres.Sql;
}

/** Traces through Deno's exporter where that is on (`OTEL_DENO=true`); else nothing, at no cost. */
export function tracing(): Tracing {
  if (!isOn()) return OFF;
  fenceSpans();
  return ON;
}

const OFF: Tracing = {
  context: (given) => given,
  routed: () => {},
  job: (_what, _job, work) => work(() => {}),
  sql: (sql) => sql,
};

const ON: Tracing = {
  context(given) {
    const span = trace.getActiveSpan();
    return span ? traceparentOf(span) : given;
  },
  routed(method, route) {
    const span = trace.getActiveSpan();
    span?.updateName(route === null ? method : `${method} ${route}`);
    if (route !== null) span?.setAttribute("http.route", route);
  },
  job(what, job, work) {
    const { id, tenantId, task, traceparent } = job;
    return trace.getTracer("balance").startActiveSpan(
      `${what} ${task.kind}`,
      {
        kind: SpanKind.CONSUMER,
        attributes: {
          "balance.job.id": id,
          "balance.queue": queueOf(task),
          "balance.tenant.id": tenantId,
        },
      },
      contextOf(traceparent),
      async (span) => {
        try {
          return await work((name) => {
            span.setAttribute("balance.outcome", name);
            if (name !== "done") span.setStatus({ code: SpanStatusCode.ERROR });
          });
        } finally {
          span.end();
        }
      },
    );
  },
  sql: tracedSql,
};

function isOn(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) ||
    provider.getDelegateTracer("balance") !== undefined;
}
