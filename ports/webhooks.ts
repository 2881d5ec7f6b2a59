import type { Failure } from "../src/kernel/failure.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Result } from "../src/kernel/result.ts";

/** A message to somebody's server. */
export interface WebhookMessage {
  readonly url: string;
  /** The same at each attempt, so that a receiver can tell a double. */
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
  /** The body's media type; JSON unless told otherwise. */
  readonly contentType?: string;
  /** `whsec_…`; each signs. */
  readonly secrets: readonly string[];
}

/** Sends signed messages. */
export interface Webhooks {
  /** The status that was answered, whatever it is; redirects are not followed. */
  send(
    message: WebhookMessage,
  ): Promise<
    Result<
      { readonly status: number },
      Failure<
        | "outgoing.refused"
        | "outgoing.unreachable"
        | "outgoing.timed_out"
        | "outgoing.too_large"
        | "outgoing.too_many_redirects"
      >
    >
  >;
}
