import type { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../../../../ports/deps.ts";
import { sessionFailures } from "../../../../src/tenancy/session.ts";
import { endSession } from "../../../../src/tenancy/use_cases/end_session.ts";
import { exchangeSignIn } from "../../../../src/tenancy/use_cases/exchange_sign_in.ts";
import type { ApiEnv } from "../../api_context.ts";
import { sentFrom } from "../../own_origin.ts";
import { requestFailures } from "../../request_failures.ts";
import { code } from "../../routes/started_session.ts";
import { cookieOf, noCookie } from "../../session_cookie.ts";
import { errorPage } from "../shell/answer_page.tsx";
import { dropFlash } from "../shell/flash.ts";
import { keepNoPage } from "./page_asked_for.ts";
import { readForm } from "../shell/read_form.ts";
import { signedIn } from "../shell/signed_in.ts";
import { signInNeeded } from "./sign_in_needed.tsx";

/** A code, or the link that ends with it. */
const sent = z.object({
  code: z.string().transform((text) => text.trim().split("#").at(-1)!).pipe(
    code,
  ),
});

/** Signing in by a code, and signing out. */
export function signInPages(pages: Hono<ApiEnv>, deps: Deps): void {
  pages.get("/sign-in", (c) => signInNeeded(c, deps));
  // As a page of another site could sign its reader in as somebody else, it is refused here too.
  pages.post("/sign-in", async (c) => {
    if (sentFrom(c) !== "own") {
      return errorPage(c, requestFailures.cross_site());
    }
    const form = await readForm(c);
    if (!form.ok) return errorPage(c, form.failure);
    const read = sent.safeParse(form.value);
    if (!read.success) {
      return signInNeeded(c, deps, { refused: sessionFailures.refused() });
    }
    const started = await exchangeSignIn(deps, read.data.code);
    if (!started.ok) return signInNeeded(c, deps, { refused: started.failure });
    const { token, expiresAt } = started.value;
    const now = deps.clock.now();
    return new Response(null, {
      status: 303,
      headers: {
        Location: "/console",
        "Set-Cookie": cookieOf(c.get("origin")!, token, { expiresAt, now }),
      },
    });
  });
  pages.post("/sign-out", signedIn(deps), async (c) => {
    const ended = await endSession(deps, c.get("scope")!);
    if (!ended.ok) return errorPage(c, ended.failure);
    const origin = c.get("origin")!;
    const headers = new Headers({ Location: "/console/sign-in" });
    for (const one of [noCookie(origin), dropFlash(origin), keepNoPage(c)]) {
      headers.append("Set-Cookie", one);
    }
    return new Response(null, { status: 303, headers });
  });
}
