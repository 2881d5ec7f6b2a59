import type { Failure } from "../../src/kernel/failure.ts";
import { runningSha256 } from "../../src/kernel/sha256.ts";
import type { ApiContext } from "./api_context.ts";
import { requestFailures } from "./request_failures.ts";

/** How long a body may take to arrive, unless the service is told otherwise. */
const BODY_MS_MAX = 30_000;

/** The body broke off; `failure` is what its sender is told. */
export class UploadBroken extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.title);
    this.failure = failure;
  }
}

/** A body that is read while it arrives. */
export interface Upload {
  /** It throws `UploadBroken` where the sender goes away or takes too long. */
  readonly content: ReadableStream<Uint8Array>;
  /** What the sender says that it is; null where nothing is said. */
  readonly claimedType: string | null;
  /** What the sender says that it is long; null where nothing is said. */
  readonly claimedBytes: number | null;
  /** The hash of all that was read, for what must not be another body. */
  readSha256(): string;
}

/** The body of a request as it arrives. */
export function uploadOf(c: ApiContext): Upload {
  const { body, headers } = c.req.raw;
  const reader = body?.getReader();
  const msMax = c.get("bodyMsMax") ?? BODY_MS_MAX;
  const sha256 = runningSha256();
  let hash: string | null = null;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    // What waits for the next part is told that there is none.
    void reader?.cancel().then(undefined, () => isLate);
  }, msMax);
  const content = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader?.read() ?? { done: true };
        if (isLate) {
          throw new UploadBroken(
            requestFailures.too_slow({ seconds_max: msMax / 1_000 }),
          );
        }
        if (!done && value !== undefined) {
          sha256.add(value);
          return controller.enqueue(value);
        }
        clearTimeout(timer);
        controller.close();
      } catch (error) {
        clearTimeout(timer);
        controller.error(
          error instanceof UploadBroken
            ? error
            : new UploadBroken(requestFailures.cut_off()),
        );
      }
    },
    async cancel() {
      clearTimeout(timer);
      // Whoever sends is told by the answer that no more is wanted.
      await reader?.cancel().catch((error) => {
        if (!(error instanceof Error)) throw error;
      });
    },
  }, { highWaterMark: 0 });
  const length = headers.get("content-length");
  return {
    content,
    claimedType: headers.get("content-type")?.slice(0, 200) || null,
    claimedBytes: length === null ? null : Number(length),
    readSha256: () => hash ??= sha256.end(),
  };
}
