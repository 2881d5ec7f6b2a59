import type { KeptFile } from "../../ports/file_storage.ts";
import { runningSha256 } from "../../src/kernel/sha256.ts";

/** The stream is longer than it may be. */
export class TooLarge extends Error {}

/**
 * The stream's chunks as they come, none of them beyond `bytesMax` bytes in all: then it throws `TooLarge`.
 * What they came to is `kept()`, asked once they are through. Whoever stops early ends the stream.
 */
export function measured(
  content: ReadableStream<Uint8Array>,
  bytesMax: number,
): { readonly chunks: AsyncIterable<Uint8Array>; kept(): KeptFile } {
  const sha256 = runningSha256();
  let bytes = 0;
  async function* chunks() {
    for await (const chunk of content) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) throw new TooLarge();
      sha256.add(chunk);
      yield chunk;
    }
  }
  return { chunks: chunks(), kept: () => ({ bytes, sha256: sha256.end() }) };
}
