import type { Call } from "./http_client.ts";

/** The least that passes for each type, `word` in it. */
export const pdf = (word: string) => `%PDF-1.7\n${word}\n%%EOF`;

/** Sends a file as a receipt. */
export function upload(
  call: Call,
  body: string | Uint8Array | ReadableStream<Uint8Array>,
  query = "",
  headers: Readonly<Record<string, string>> = {},
) {
  return call("POST", `/api/v1/receipts${query}`, body, {
    "Content-Type": "application/pdf",
    ...headers,
  });
}
