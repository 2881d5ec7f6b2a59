import { runningSha256 } from "../../src/kernel/sha256.ts";
import type { ApiContext } from "./api_context.ts";
import { sentFile } from "./sent_file.ts";

/** A body that is read while it arrives. */
export interface Upload {
  /** It throws `BodyBroken` where the sender goes away, is too slow or sends more than may be sent. */
  readonly content: ReadableStream<Uint8Array>;
  /** What the sender says that it is; null where nothing is said. */
  readonly claimedType: string | null;
  /** What the sender says that it is long; null where nothing is said. */
  readonly claimedBytes: number | null;
  /** The hash of all that was read, for what must not be another body. */
  readSha256(): string;
}

/** The body of a request as it arrives, up to `bytesMax`. */
export function uploadOf(c: ApiContext, bytesMax: number): Upload {
  const { headers } = c.req.raw;
  const sha256 = runningSha256();
  let hash: string | null = null;
  const length = headers.get("content-length");
  return {
    content: sentFile(c, bytesMax, sha256.add),
    claimedType: headers.get("content-type")?.slice(0, 200) || null,
    claimedBytes: length === null ? null : Number(length),
    readSha256: () => hash ??= sha256.end(),
  };
}
