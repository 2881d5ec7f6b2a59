import type { Outage } from "../../src/events/attempt_job.ts";
import { failedReply } from "../http_model/failed_reply.ts";

/** Embeddings cannot be had for now; holds a status or what happened, and nothing of texts or keys. */
export class EmbedderDown extends Error implements Outage {
  override readonly name = "EmbedderDown";
  readonly outage = true;

  constructor(readonly code: string) {
    super("the provider of embeddings is not there, or is limiting");
  }
}

/** Embeddings that no retry can get: the request is wrong. */
export class EmbeddingRefused extends Error {
  override readonly name = "EmbeddingRefused";

  constructor(readonly code: string) {
    super("the provider of embeddings does not take the request");
  }
}

/**
 * What to throw for what the SDK threw. A key that is wrong counts as an outage too: once it is mended all goes on, and
 * no record has been given up.
 */
export function outageOf(error: unknown, isLate: boolean): Error {
  if (isLate) return new EmbedderDown("timed_out");
  const { status } = (error ?? {}) as { readonly status?: unknown };
  if (typeof status === "number") {
    const isWrong = [400, 404, 413, 422].includes(status);
    return isWrong
      ? new EmbeddingRefused(String(status))
      : new EmbedderDown(String(status));
  }
  const { reason } = failedReply(error, 0);
  return reason === "unavailable"
    ? new EmbedderDown(reason)
    : new EmbeddingRefused(reason);
}
