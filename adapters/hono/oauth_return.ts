import type { Hono } from "hono";
import type { ApiEnv } from "./api_context.ts";

/** Where sources send people back to: what is registered there as the redirect URI. */
export const OAUTH_RETURN = "/api/v1/connections/oauth/callback";

/** Where the console goes on with what was brought back. */
const PAGE = "/console/connections/oauth/return";

/**
 * A browser that comes back from a source is led to the console, which knows how to ask for a sign-in and how to tell
 * what went wrong; a program goes on to the operation of the API. One address is registered for both.
 */
export function mountOAuthReturn(app: Hono<ApiEnv>): void {
  app.get(OAUTH_RETURN, (c, next) => {
    const isPage = (c.req.header("Accept") ?? "").includes("text/html");
    return isPage
      ? Promise.resolve(c.redirect(`${PAGE}${new URL(c.req.url).search}`, 303))
      : next();
  });
}
