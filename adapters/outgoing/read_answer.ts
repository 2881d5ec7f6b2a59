import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** The answer holds more than is taken. */
export class TooLarge extends Error {}

/** Reads a body of up to `bytesMax` bytes, decompressed; ends the connection at the first byte beyond. */
export async function readAnswer(
  message: IncomingMessage,
  bytesMax: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of decoded(message)) {
      length += part.length;
      if (length > bytesMax) throw new TooLarge();
      parts.push(part);
    }
  } finally {
    message.destroy();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function decoded(message: IncomingMessage): AsyncIterable<Uint8Array> {
  const encoding = message.headers["content-encoding"] ?? "identity";
  if (encoding === "identity") return message;
  if (encoding !== "gzip") {
    throw new Error("the answer has an encoding that was not asked for");
  }
  // Errors of either end come out where it is read.
  return pipeline(message, createGunzip(), () => {});
}
