import type { IncomingMessage } from "node:http";
import type { Message } from "./exchange.ts";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What any server may be told. Any other header may be for the one alone that it was written for. */
const FOR_ALL = new Set(["accept", "accept-language", "user-agent"]);

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
    FOR_ALL.has(name)
  );
  return { ...message, headers: Object.fromEntries(headers) };
}
