import type { Outgoing } from "../../ports/outgoing.ts";
import {
  type GrantFailure,
  oauthFailures,
} from "../../src/integrations/oauth.ts";
import { retryAfterMs } from "../../src/integrations/pull/retry_after.ts";

/** A token answer is some hundred bytes; a large one is something else. */
const BYTES_MAX = 256 * 1024;
const TIMEOUT_MS = 15_000;

/** The server was not reached, or is in no state to be believed. */
export class NotAnswered extends Error {
  override readonly name = "NotAnswered";
  readonly failure: GrantFailure;

  constructor(failure: GrantFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

type Fetch = (
  url: string,
  options: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: unknown;
  },
) => Promise<Response>;

/** `fetch` for oauth4webapi, through `outgoing`. What a server that is down or busy says of a grant is not read. */
export function fetchBy(outgoing: Outgoing): Fetch {
  return async (url, { method, headers, body }) => {
    const sent = await outgoing.send({
      url,
      method: method === "POST" ? "POST" : "GET",
      headers,
      ...body !== undefined && body !== null && { body: String(body) },
      bytesMax: BYTES_MAX,
      timeoutMs: TIMEOUT_MS,
    });
    if (!sent.ok) {
      throw new NotAnswered(
        sent.failure.kind === "outgoing.refused"
          ? oauthFailures.not_reached()
          : oauthFailures.unavailable({ why: sent.failure.kind }),
      );
    }
    const { status, headers: told, body: bytes } = sent.value;
    if (status >= 500 || status === 429 || status === 408) {
      const waitMs = retryAfterMs(told["retry-after"]);
      throw new NotAnswered(oauthFailures.unavailable({
        why: String(status),
        ...waitMs !== null && { retry_after_s: Math.ceil(waitMs / 1_000) },
      }));
    }
    return new Response(bytes.length === 0 ? null : bytes, {
      status,
      headers: told,
    });
  };
}
