import { generateCookie, getCookie } from "hono/cookie";
import type { ApiContext } from "./api_context.ts";
import { isPlainLoopback } from "./own_origin.ts";

/** The value of a cookie that `keepCookie` made; undefined where there is none. */
export function cookieIn(c: ApiContext, name: string): string | undefined {
  return getCookie(c, cookieAt(c.get("origin")!, name).name) || undefined;
}

/** The `Set-Cookie` that keeps `value` for so many seconds, out of reach of scripts. */
export function keepCookie(
  origin: string,
  name: string,
  value: string,
  maxAgeS: number,
): string {
  const at = cookieAt(origin, name);
  return generateCookie(at.name, value, { ...at.options, maxAge: maxAgeS });
}

/** The `Set-Cookie` that makes the browser forget it. */
export function dropCookie(origin: string, name: string): string {
  return keepCookie(origin, name, "", 0);
}

/**
 * `__Host-`: set by this very host and over TLS, or the browser does not take it (RFC 6265bis, 4.1.3.2).
 * Lax: a link to the service from elsewhere finds its reader signed in; nothing but reading comes with it.
 */
function cookieAt(origin: string, name: string) {
  const secure = !isPlainLoopback(origin);
  return {
    name: secure ? `__Host-${name}` : name,
    options: { path: "/", httpOnly: true, secure, sameSite: "Lax" },
  } as const;
}
