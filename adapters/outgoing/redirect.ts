import type { IncomingMessage } from "node:http";
import type { Message } from "./exchange.ts";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Headers that are for the server they were written for. */
const PRIVATE = new Set(["authorization", "cookie", "proxy-authorization"]);

/** Where an answer sends on to; null where it is an answer. What changes something is not sent twice. */
export function redirectOf(
  { statusCode = 0, headers: { location } }: Pick<
    IncomingMessage,
    "statusCode" | "headers"
  >,
  { method }: Pick<Message, "method">,
  from: URL,
): URL | null {
  if (!REDIRECTS.has(statusCode) || location === undefined) return null;
  if (method !== "GET" && method !== "HEAD") return null;
  return URL.canParse(location, from.href)
    ? new URL(location, from.href)
    : null;
}

/** The message as another server gets it. */
export function forAnother(message: Message): Message {
  const headers = Object.entries(message.headers).filter(([name]) =>
    !PRIVATE.has(name)
  );
  return { ...message, headers: Object.fromEntries(headers) };
}
