import { accepts } from "hono/accepts";
import type { ApiContext } from "./api_context.ts";
import type { Lasting } from "./operation.ts";

/** What an operation that can last needs to know of its request. */
export function lastingOf(c: ApiContext): Lasting {
  return {
    held: c.get("held")!,
    isHead: c.req.method === "HEAD",
    preferred: (types) =>
      accepts(c, {
        header: "Accept",
        supports: [...types],
        default: types[0],
      }) as typeof types[number],
    // A browser that has none yet may send it empty.
    lastEventId: c.req.header("Last-Event-ID") || null,
    gone: c.req.raw.signal,
  };
}
