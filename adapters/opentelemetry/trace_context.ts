import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  trace,
} from "@opentelemetry/api";
import { TRACEPARENT } from "../../src/events/job.ts";

/** A span as W3C `traceparent`. */
export function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const flags = (traceFlags & 0xff).toString(16).padStart(2, "0");
  return `00-${traceId}-${spanId}-${flags}`;
}

/** A context whose spans continue `traceparent`; where that is absent or none, they begin a trace. */
export function contextOf(traceparent: string | undefined): Context {
  if (traceparent === undefined || !TRACEPARENT.test(traceparent)) {
    return ROOT_CONTEXT;
  }
  const [, traceId = "", spanId = "", flags = ""] = traceparent.split("-");
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: parseInt(flags, 16),
    isRemote: true,
  });
}
