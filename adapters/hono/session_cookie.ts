import { generateCookie, getCookie } from "hono/cookie";
import type { Instant } from "../../src/kernel/instant.ts";
import type { ApiContext } from "./api_context.ts";
import { isPlainLoopback } from "./own_origin.ts";

const NAME = "balance_session";
/** Its name wherever there is TLS. */
export const SECURE_COOKIE = `__Host-${NAME}`;

/** The session in the request's cookie. */
export function sessionIn(c: ApiContext): string | undefined {
  const cookie = cookieAt(c.get("origin")!);
  return getCookie(c, cookie.name) || undefined;
}

/** The `Set-Cookie` that keeps a session until its end. */
export function cookieOf(
  origin: string,
  token: string,
  { expiresAt, now }: { readonly expiresAt: Instant; readonly now: Instant },
): string {
  const { name, options } = cookieAt(origin);
  const maxAge = Math.floor((Date.parse(expiresAt) - Date.parse(now)) / 1_000);
  return generateCookie(name, token, { ...options, maxAge });
}

/** The `Set-Cookie` that makes the browser forget it. */
export function noCookie(origin: string): string {
  const { name, options } = cookieAt(origin);
  return generateCookie(name, "", { ...options, maxAge: 0 });
}

/**
 * `__Host-`: set by this very host and over TLS, or the browser does not take it (RFC 6265bis, 4.1.3.2).
 * Lax: a link to the service from elsewhere finds its reader signed in; nothing but reading comes with it.
 */
function cookieAt(origin: string) {
  const secure = !isPlainLoopback(origin);
  return {
    name: secure ? SECURE_COOKIE : NAME,
    options: { path: "/", httpOnly: true, secure, sameSite: "Lax" },
  } as const;
}
