import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./api_context.ts";

/** For JSON and problems: nothing may be loaded or framed. A page sets its own. */
const POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What a browser must not do with an answer. There is no CORS: other origins' pages get nothing. */
export const securityHeaders: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set("X-Content-Type-Options", "nosniff");
  if (!headers.has("Referrer-Policy")) {
    headers.set("Referrer-Policy", "no-referrer");
  }
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (!headers.has("Content-Security-Policy")) {
    headers.set("Content-Security-Policy", POLICY);
  }
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
};

/** A year: from then on browsers come by TLS alone (RFC 6797). For a service whose own address is `https`. */
export const onlyByTls: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next();
  c.res.headers.set("Strict-Transport-Security", "max-age=31536000");
};
