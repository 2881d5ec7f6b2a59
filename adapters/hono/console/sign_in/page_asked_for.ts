import type { ApiContext } from "../../api_context.ts";
import { cookieIn, dropCookie, keepCookie } from "../../host_cookie.ts";
import { requestFailures } from "../../request_failures.ts";
import { errorPage } from "../shell/answer_page.tsx";
import type { Frame } from "../shell/frame.ts";

const NAME = "balance_page";
/** The way to a link and back. */
const KEPT_S = 900;
/** Stands where somebody signed out: whoever comes next is not led to what they look at by going back. */
const SIGNED_OUT = "-";
/** Nothing that a browser could take for another site, nor climb out of the console with. */
const OURS = /^\/console(?:\/[\w~-]+){1,5}(?:\?[\w\-.~%=&+]{0,500})?$/;

/**
 * The `Set-Cookie` that remembers which page was asked for by who must sign in first, or which page a form was on; null
 * for what is no page.
 */
export function keepPage(c: ApiContext): string | null {
  const origin = c.get("origin")!;
  if (cookieIn(c, NAME) === SIGNED_OUT) return null;
  const asked = c.req.method === "GET" ? c.req.url : c.req.header("Referer");
  const url = URL.parse(asked ?? "");
  const page = url && url.pathname + url.search;
  return page !== null && OURS.test(page)
    ? keepCookie(origin, NAME, page, KEPT_S)
    : null;
}

/** The `Set-Cookie` after which no page is remembered until somebody signs in. */
export function keepNoPage(c: ApiContext): string {
  return keepCookie(c.get("origin")!, NAME, SIGNED_OUT, KEPT_S);
}

/** Leads to the page that was asked for before signing in, else to the first that the reader may see. */
export function pageAskedFor(c: ApiContext, frame: Frame): Response {
  const kept = cookieIn(c, NAME);
  const to = kept !== undefined && OURS.test(kept) ? kept : frame.nav[0]?.href;
  if (to === undefined) {
    return errorPage(c, requestFailures.unknown_route(), frame);
  }
  return new Response(null, {
    status: 303,
    headers: {
      Location: to,
      ...kept !== undefined &&
        { "Set-Cookie": dropCookie(c.get("origin")!, NAME) },
    },
  });
}
