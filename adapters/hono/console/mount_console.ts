import { Hono } from "hono";
import type { Deps } from "../../../ports/deps.ts";
import type { HostedSignIn } from "../../../ports/hosted_sign_in.ts";
import type { Failure } from "../../../src/kernel/failure.ts";
import { ok } from "../../../src/kernel/result.ts";
import type { ApiContext, ApiEnv } from "../api_context.ts";
import type { AtOnce } from "../at_once.ts";
import { failureOfError } from "../failure_of_error.ts";
import {
  guessesLimited,
  rateLimited,
  type RateLimits,
} from "../rate_limits.ts";
import { refuse } from "../refuse.ts";
import { requestFailures } from "../request_failures.ts";
import { mountAssets } from "./assets/assets.ts";
import { SECTIONS } from "./sections.ts";
import { errorPage } from "./shell/answer_page.tsx";
import type { ConsoleRoute } from "./shell/console_route.ts";
import { formAddresses } from "./shell/form_addresses.ts";
import { readForm } from "./shell/read_form.ts";
import { readFrame } from "./shell/frame.ts";
import { signedIn } from "./shell/signed_in.ts";
import { elsewherePages } from "./sign_in/elsewhere_pages.ts";
import { signInPages } from "./sign_in/sign_in_pages.tsx";
import { pageAskedFor } from "./sign_in/page_asked_for.ts";

/** The console, at `/console`; `/` leads browsers to it. */
export function mountConsole(
  app: Hono<ApiEnv>,
  deps: Deps,
  { limits, hosted, few }: {
    /** How often whom is heard; absent: always. */
    readonly limits?: RateLimits;
    /** Where people can sign in besides; absent: nowhere. */
    readonly hosted?: HostedSignIn;
    /** Behind what expensive pages are. */
    readonly few: AtOnce;
  },
): void {
  const pages = new Hono<ApiEnv>();
  // Logged once, by the step around everything, as any other error.
  pages.onError((error, c) => errorPage(c, failureOfError(error)));
  if (limits) pages.use("*", guessesLimited(limits, refusePage));
  pages.use((c, next) => {
    if (hosted) c.set("signInWith", hosted.name);
    return next();
  });
  if (hosted) elsewherePages(pages, deps, hosted);
  signInPages(pages, deps);
  pages.use("*", signedIn(deps));
  if (limits) pages.use("*", rateLimited(limits, refusePage));
  pages.get("/", async (c) => {
    const frame = await readFrame(deps, c.get("scope")!, SECTIONS);
    if (!frame.ok) return errorPage(c, frame.failure);
    return pageAskedFor(c, frame.value);
  });
  pages.use("*", formAddresses(SECTIONS.flatMap(({ routes }) => routes)));
  for (const { routes } of SECTIONS) {
    for (const one of routes) {
      const path = one.path.replace("{id}", ":id");
      const respond = (c: ApiContext) => answer(c, deps, one);
      const oneOfFew = few.only(respond, refuseForNow(deps));
      pages.on(
        one.method.toUpperCase(),
        path,
        (c) => isExpensive(c, one) ? oneOfFew(c) : respond(c),
      );
    }
  }
  pages.all("*", async (c) => {
    const frame = await readFrame(deps, c.get("scope")!, SECTIONS);
    const known = frame.ok ? frame.value : null;
    return errorPage(c, requestFailures.unknown_route(), known);
  });
  mountAssets(app);
  app.route("/console", pages);
  app.get(
    "/",
    (c) =>
      (c.req.header("Accept") ?? "").includes("text/html")
        ? c.redirect("/console", 303)
        : refuse(c, requestFailures.unknown_route()),
  );
}

async function answer(
  c: ApiContext,
  deps: Deps,
  route: ConsoleRoute,
): Promise<Response> {
  const scope = c.get("scope")!;
  const frame = await readFrame(deps, scope, SECTIONS);
  return frame.ok
    ? await route.respond({ c, deps, scope, frame: frame.value })
    : errorPage(c, frame.failure);
}

function isExpensive(c: ApiContext, { expensive }: ConsoleRoute): boolean {
  return typeof expensive === "string"
    ? c.req.query(expensive) !== undefined
    : expensive === true;
}

/** What was written stands on the page: it is to be sent again. */
function refuseForNow(deps: Deps) {
  return async (c: ApiContext, failure: Failure): Promise<Response> => {
    const sent = c.req.method === "POST" ? await readForm(c) : ok({});
    const frame = await readFrame(deps, c.get("scope")!, SECTIONS);
    const known = frame.ok ? frame.value : null;
    return errorPage(c, failure, known, sent.ok ? sent.value : {});
  };
}

function refusePage(
  c: ApiContext,
  failure: Failure,
  { headers }: { readonly headers: Readonly<Record<string, string>> },
): Response {
  const page = errorPage(c, failure);
  for (const [name, value] of Object.entries(headers)) {
    page.headers.set(name, value);
  }
  return page;
}
