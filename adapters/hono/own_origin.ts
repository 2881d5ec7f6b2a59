import type { MiddlewareHandler } from "hono";
import type { ApiContext, ApiEnv } from "./api_context.ts";

/** Leaves the origin that browsers reach this service at: the configured one, else that of the request. */
export function ownOrigin(
  publicUrl: string | null,
): MiddlewareHandler<ApiEnv> {
  const known = publicUrl === null ? null : new URL(publicUrl).origin;
  return async (c, next) => {
    c.set("origin", known ?? new URL(c.req.url).origin);
    c.set("isOriginKnown", known !== null);
    await next();
  };
}

/** Whether `origin` is plain HTTP on this machine, where no TLS can be. */
export function isPlainLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" &&
    /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/**
 * Whose page made a browser send this request, by `Sec-Fetch-Site`, which no page can set, else by `Origin`.
 * `unknown`: neither is there, as from a program.
 */
export function sentFrom(c: ApiContext): "own" | "other" | "unknown" {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin" ? "own" : "other";
  const sent = c.req.header("Origin");
  if (sent === undefined) return "unknown";
  return isOwn(c, sent) ? "own" : "other";
}

/** A proxy may have taken TLS off on the way: without a configured address only the host is compared. */
function isOwn(c: ApiContext, sent: string): boolean {
  const own = c.get("origin")!;
  if (c.get("isOriginKnown")) return sent === own;
  const url = URL.parse(sent);
  return url !== null && /^https?:$/.test(url.protocol) &&
    url.origin === sent && url.host === new URL(own).host;
}
