import type { ModelReply } from "../../ports/language_model.ts";
import type { Usage } from "../../src/processing/trace.ts";

export type FailedReply = Extract<ModelReply, { readonly kind: "failed" }>;

/** What a provider's SDK throws, as far as it matters here. */
interface Thrown {
  /** Of the HTTP answer; undefined where there was none. */
  readonly status?: unknown;
  readonly headers?: unknown;
  /** Why, in a word of the provider's: `code` is OpenAI's, `type` Anthropic's. */
  readonly code?: unknown;
  readonly type?: unknown;
  readonly cause?: unknown;
}

const NOTHING: Usage = { input_tokens: 0, output_tokens: 0 };

/** Words for what is too long, so that fewer records may fit. */
const TOO_LONG = /context_length|request_too_large|string_above_max_length/;
const FILTERED = /content_filter|content_policy|moderation_blocked/;
const NO_CREDIT = /insufficient_quota|billing/;
/** How Deno and others say that there was no connection, so that nothing can have been used. */
const NOT_CONNECTED = /client error \(Connect\)|ECONNREFUSED|ENOTFOUND/;

/** The reply to a call that an SDK gave up by throwing. */
export function failedReply(error: unknown, nowMs: number): FailedReply {
  // The body was no JSON.
  if (error instanceof SyntaxError) return failed("malformed", null);
  const { status, headers } = (error ?? {}) as Thrown;
  if (typeof status !== "number") {
    return failed("unavailable", isUnsent(error) ? NOTHING : null);
  }
  const retryAfterMs = headers instanceof Headers
    ? retryAfter(headers, nowMs)
    : null;
  const word = wordOf(error);
  const isGateway = status >= 500 && status !== 503 && status !== 529;
  return {
    ...failed(reasonOf(status, word), isGateway ? null : NOTHING),
    retryAfterMs,
  };
}

/** Whether trying again cannot help until somebody changes the configuration: the key, the model, the account. */
export function isRejected(error: unknown): boolean {
  const { status } = (error ?? {}) as Thrown;
  const word = wordOf(error);
  if (status === 429) return NO_CREDIT.test(word);
  return [400, 401, 402, 403, 404, 422].includes(Number(status)) &&
    !TOO_LONG.test(word) && !FILTERED.test(word);
}

/** Tells an operator that a provider rejected a call, by its status and word: no prompt, no key. */
export class CallRejected extends Error {
  override readonly name = "CallRejected";
  readonly code: string;

  constructor(provider: string, error: unknown) {
    const { status } = (error ?? {}) as Thrown;
    const word = wordOf(error);
    super(`${provider} rejected a call`);
    this.code = [provider, status, /^\w+$/.test(word) ? word : ""].join(" ")
      .trim();
  }
}

export function failed(
  reason: FailedReply["reason"],
  usage: Usage | null,
): FailedReply {
  return { kind: "failed", reason, retryAfterMs: null, usage };
}

function reasonOf(status: number, word: string): FailedReply["reason"] {
  if (FILTERED.test(word)) return "refused";
  if (TOO_LONG.test(word) || status === 413) return "truncated";
  if (status === 429) {
    return NO_CREDIT.test(word) ? "unavailable" : "rate_limited";
  }
  return status === 408 || status === 504 ? "timed_out" : "unavailable";
}

function wordOf(error: unknown): string {
  const { code, type } = (error ?? {}) as Thrown;
  return String(code ?? type ?? "");
}

function isUnsent(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (
    let one = error;
    one instanceof Error && !seen.has(one);
    one = (one as Thrown).cause
  ) {
    seen.add(one);
    const { code } = one as Thrown;
    if (NOT_CONNECTED.test(`${one.message} ${code ?? ""}`)) return true;
  }
  return false;
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3), or its finer kind in milliseconds. */
function retryAfter(headers: Headers, nowMs: number): number | null {
  const fine = Number(headers.get("retry-after-ms")?.trim() || NaN);
  if (fine >= 0) return Math.ceil(fine);
  const text = headers.get("retry-after")?.trim();
  if (!text) return null;
  const seconds = Number(text);
  if (seconds >= 0) return Math.ceil(seconds * 1_000);
  // `Date.parse` takes nearly anything for a date.
  const ms = /^[a-z]{3,9},/i.test(text) ? Date.parse(text) - nowMs : NaN;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
