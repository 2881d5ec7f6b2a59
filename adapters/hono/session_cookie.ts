import type { Instant } from "../../src/kernel/instant.ts";
import type { ApiContext } from "./api_context.ts";
import { cookieIn, dropCookie, keepCookie } from "./host_cookie.ts";

const NAME = "balance_session";
/** Its name wherever there is TLS. */
export const SECURE_COOKIE = `__Host-${NAME}`;

/** The session in the request's cookie. */
export function sessionIn(c: ApiContext): string | undefined {
  return cookieIn(c, NAME);
}

/** The `Set-Cookie` that keeps a session until its end. */
export function cookieOf(
  origin: string,
  token: string,
  { expiresAt, now }: { readonly expiresAt: Instant; readonly now: Instant },
): string {
  const maxAgeS = Math.floor((Date.parse(expiresAt) - Date.parse(now)) / 1_000);
  return keepCookie(origin, NAME, token, maxAgeS);
}

/** The `Set-Cookie` that makes the browser forget it. */
export function noCookie(origin: string): string {
  return dropCookie(origin, NAME);
}
