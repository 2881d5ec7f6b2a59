import { decodeJwt } from "@clerk/backend/jwt";
import type { HostedSignIn } from "../../ports/hosted_sign_in.ts";

/** The token of a browser that is signed in, set by Clerk's script on pages of one host. */
const SESSION = "__session";
/** What hands cookies over to a host that has none yet: a token whose `handshake` lists them as `Set-Cookie` would. */
const HAND_OVER = "__clerk_handshake";
/** What stands for the browser in instances for development, where cookies of other sites do not arrive. */
const DEV_BROWSER = "__clerk_db_jwt";
/** The version of the interface that this was written for. */
const API_VERSION = "2026-05-12";

/**
 * Clerk's own sign-in page at `signInUrl`, and the hand-over of the instance at `issuer`. What is handed over is only
 * taken apart here: the session token in it is signed, and is checked like any other.
 */
export function clerkSignIn(
  { issuer, signInUrl }: {
    readonly issuer: string;
    readonly signInUrl: string;
  },
): HostedSignIn {
  return {
    name: "Clerk",
    pageAt(back) {
      const url = new URL(signInUrl);
      url.searchParams.set("redirect_url", back);
      return url.href;
    },
    handOverAt(back, { query, cookie }) {
      const url = new URL(`${issuer}/v1/client/handshake`);
      url.searchParams.set("redirect_url", back);
      url.searchParams.set("__clerk_api_version", API_VERSION);
      url.searchParams.set("suffixed_cookies", "false");
      url.searchParams.set("__clerk_hs_reason", "session-token-missing");
      const browser = query.get(DEV_BROWSER) ?? cookie(DEV_BROWSER);
      if (browser) url.searchParams.set(DEV_BROWSER, browser);
      return url.href;
    },
    tokenIn({ query, cookie }) {
      const handed = query.get(HAND_OVER) ?? cookie(HAND_OVER);
      return (handed ? sessionIn(handed) : null) ?? cookie(SESSION) ?? null;
    },
  };
}

function sessionIn(handed: string): string | null {
  const cookies = cookiesIn(handed);
  for (const cookie of Array.isArray(cookies) ? cookies : []) {
    const [, value] = /^__session=([\w.-]+)(?:;|$)/.exec(String(cookie)) ?? [];
    if (value !== undefined) return value;
  }
  return null;
}

function cookiesIn(handed: string): unknown {
  try {
    return (decodeJwt(handed).payload as { handshake?: unknown }).handshake;
  } catch {
    // Not of a token's form, so that nothing was handed over.
    return null;
  }
}
