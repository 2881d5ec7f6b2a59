import type { MiddlewareHandler } from "hono";
import type { Deps } from "../../../../ports/deps.ts";
import { fail } from "../../../../src/kernel/result.ts";
import { accessFailures } from "../../../../src/tenancy/access.ts";
import { authenticate } from "../../../../src/tenancy/use_cases/authenticate.ts";
import type { ApiEnv } from "../../api_context.ts";
import { sentFrom } from "../../own_origin.ts";
import { requestFailures } from "../../request_failures.ts";
import { sessionIn } from "../../session_cookie.ts";
import { signInNeeded } from "../sign_in/sign_in_needed.tsx";
import { errorPage } from "./answer_page.tsx";
import { readForm } from "./read_form.ts";
import { isScript } from "./is_script.ts";
import { refuse } from "../../refuse.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets in who brings a live session in the cookie; everyone else is shown how to sign in. A browser sends its cookie
 * whoever asks it to, so a form counts only when it was on a page of our own. One that was sent after its sender's session
 * ended is handed back with that page, to be sent again.
 */
export function signedIn(deps: Deps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (!SAFE.has(c.req.method) && sentFrom(c) !== "own") {
      return errorPage(c, requestFailures.cross_site());
    }
    const token = sessionIn(c);
    const scopeNow = async () =>
      token === undefined
        ? fail(accessFailures.unauthenticated())
        : await authenticate(deps, token, c.get("traceparent"));
    const scope = await scopeNow();
    if (!scope.ok) {
      if (isScript(c)) return refuse(c, scope.failure);
      if (SAFE.has(c.req.method)) return signInNeeded(c, deps);
      const sent = await readForm(c);
      return signInNeeded(c, deps, { sent: sent.ok ? sent.value : null });
    }
    c.set("scope", scope.value);
    c.set("scopeNow", scopeNow);
    await next();
  };
}
