import { type Span, trace } from "@opentelemetry/api";

/** Attributes that Deno's own instrumentation sets, and that quote the caller: its address, and what was thrown. */
const QUOTING = /^(url\.(full|path|query)|exception\.(message|stacktrace))$/;
const METHOD = "http.request.method";
const METHODS = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE)$/;

const fenced = new WeakSet<Span>();

/**
 * Keeps content out of every span of this process: Deno names each request's address and query in its span, has no
 * setting against that, and what is set once cannot be taken back. So what quotes the caller is left out where it
 * would be set. Throws where Deno's spans are not as this expects them: rather no service than one that tells.
 */
export function fenceSpans(): void {
  // It is never ended, so it is never exported.
  const span = trace.getTracer("balance").startSpan("fence");
  const prototype: Span = Object.getPrototypeOf(span);
  if (fenced.has(prototype)) return;
  const found = Object.getOwnPropertyDescriptor(prototype, "setAttribute");
  if (typeof found?.value !== "function" || !found.writable) {
    throw new Error("Deno's spans changed: content cannot be kept out of them");
  }
  const set: Span["setAttribute"] = found.value;
  prototype.setAttribute = function (this: Span, name, value) {
    if (QUOTING.test(name)) return this;
    const isMadeUp = name === METHOD && !METHODS.test(String(value));
    return set.call(this, name, isMadeUp ? "_OTHER" : value);
  };
  fenced.add(prototype);
}
