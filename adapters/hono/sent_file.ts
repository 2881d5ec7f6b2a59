import type { Failure } from "../../src/kernel/failure.ts";
import type { ApiContext } from "./api_context.ts";
import { BODY_MS_MAX } from "./read_body.ts";
import { requestFailures } from "./request_failures.ts";

/** Bytes a millisecond that a sender must keep up, beyond the time that any body may take. */
const BYTES_PER_MS = 50;

/** Thrown by the stream of a body that does not come to its end, or is too long. */
export class BodyBroken extends Error {
  override readonly name = "BodyBroken";

  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** The body as it arrives: up to `bytesMax`, and no slower than 50 kB a second for long. */
export function sentFile(
  c: ApiContext,
  bytesMax: number,
  onBytes: (bytes: Uint8Array) => void,
): ReadableStream<Uint8Array> {
  const { body, headers } = c.req.raw;
  const msMax = c.get("bodyMsMax") ?? BODY_MS_MAX;
  const tooLarge = () =>
    new BodyBroken(requestFailures.too_large({ bytes_max: bytesMax }));
  const began = performance.now();
  let length = 0;
  const reader = body?.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // What the sender says saves reading; what arrives is counted all the same.
      if (Number(headers.get("content-length")) > bytesMax) {
        await reader?.cancel();
        throw tooLarge();
      }
      const left = began + msMax + length / BYTES_PER_MS - performance.now();
      const read = await within(reader, left);
      if (read === "late" || read === "gone") {
        throw new BodyBroken(
          read === "late"
            ? requestFailures.too_slow({ seconds_max: msMax / 1_000 })
            : requestFailures.cut_off(),
        );
      }
      if (read === null) return controller.close();
      length += read.length;
      if (length > bytesMax) {
        await reader!.cancel();
        throw tooLarge();
      }
      onBytes(read);
      controller.enqueue(read);
    },
    async cancel() {
      await reader?.cancel();
    },
  }, { highWaterMark: 0 });
}

/** The next bytes; null at the end. */
async function within(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  ms: number,
): Promise<Uint8Array | null | "late" | "gone"> {
  if (!reader) return null;
  let isLate = ms <= 0;
  // What waits for the next part is told that there is none.
  const stop = () => {
    isLate = true;
    // Fails where the sender has gone, which the reading tells.
    void reader.cancel().then(undefined, () => isLate);
  };
  const timer = setTimeout(stop, Math.max(0, ms));
  try {
    const { done, value } = await reader.read();
    return isLate ? "late" : done ? null : value;
  } catch {
    // The sender went away in the middle of it; the answer is for the log.
    return "gone";
  } finally {
    clearTimeout(timer);
  }
}

/** The whole of a short body. */
export async function wholeOf(
  stream: ReadableStream<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}
