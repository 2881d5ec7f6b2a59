import type { Hono } from "hono";
import { getCookie } from "hono/cookie";
import type { Deps } from "../../../../ports/deps.ts";
import type {
  Brought,
  HostedSignIn,
} from "../../../../ports/hosted_sign_in.ts";
import { isSameText } from "../../../../src/kernel/same_text.ts";
import { sessionFailures } from "../../../../src/tenancy/session.ts";
import { startExternalSession } from "../../../../src/tenancy/use_cases/start_external_session.ts";
import type { ApiContext, ApiEnv } from "../../api_context.ts";
import { cookieIn, dropCookie, keepCookie } from "../../host_cookie.ts";
import { cookieOf } from "../../session_cookie.ts";
import { signInNeeded } from "./sign_in_needed.tsx";

/** Where browsers come back to. */
const BACK = "/console/sign-in/back";

const STATE = "balance_state";
/** The way there and back. */
const KEPT_S = 900;

/**
 * Signing in at an identity provider's page: sent off with a secret of this browser, which must come back with it, so
 * that no link of somebody else's signs its reader in as them.
 */
export function elsewherePages(
  pages: Hono<ApiEnv>,
  deps: Deps,
  hosted: HostedSignIn,
): void {
  pages.get("/sign-in/elsewhere", (c) => {
    const state = crypto.getRandomValues(new Uint8Array(16)).toHex();
    return leadTo(hosted.pageAt(backOf(c, state)), [
      keepCookie(c.get("origin")!, STATE, state, KEPT_S),
    ]);
  });
  pages.get("/sign-in/back", async (c) => {
    const origin = c.get("origin")!;
    const state = cookieIn(c, STATE) ?? "";
    const query = new URL(c.req.url).searchParams;
    const isOurs = state !== "" && isSameText(state, query.get("state") ?? "");
    if (!isOurs) {
      return signInNeeded(c, deps, {
        refused: sessionFailures.not_asked_for(),
      });
    }
    const brought: Brought = { query, cookie: (name) => getCookie(c, name) };
    const token = hosted.tokenIn(brought);
    if (token === null && !query.has("again")) {
      const back = `${backOf(c, state)}&again=1`;
      return leadTo(hosted.handOverAt(back, brought), []);
    }
    const started = token === null
      ? { ok: false as const, failure: sessionFailures.not_a_member() }
      : await startExternalSession(deps, token);
    if (!started.ok) return signInNeeded(c, deps, { refused: started.failure });
    const { expiresAt } = started.value;
    return leadTo("/console", [
      cookieOf(origin, started.value.token, {
        expiresAt,
        now: deps.clock.now(),
      }),
      dropCookie(origin, STATE),
    ]);
  });
}

function backOf(c: ApiContext, state: string): string {
  return `${c.get("origin")!}${BACK}?state=${state}`;
}

function leadTo(url: string, cookies: readonly string[]): Response {
  const headers = new Headers({ Location: url });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
