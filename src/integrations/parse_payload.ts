import type { Json } from "../kernel/json.ts";

/** Strings and numbers, of text that is known to be JSON. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads what a service sent. Whole numbers beyond 2^53 become text: rounded, two ids would be one, and one record lost.
 *
 * @throws SyntaxError where it is no JSON
 */
export function parsePayload(text: string): Json {
  const json: Json = JSON.parse(text);
  return /\d{16}/.test(text)
    ? JSON.parse(text.replace(TOKENS, quoteUnsafe))
    : json;
}

function quoteUnsafe(token: string): string {
  return /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token))
    ? `"${token}"`
    : token;
}
