import { z } from "@hono/zod-openapi";
import { connectionOfState } from "../../../../src/integrations/authorisation.ts";
import { completeAuthorisation } from "../../../../src/integrations/use_cases/complete_authorisation.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { permit } from "../../../../src/tenancy/access.ts";
import { readBy } from "../../flaws_in.ts";
import { requestFailures } from "../../request_failures.ts";
import { errorPage } from "../shell/answer_page.tsx";
import type { ConsoleRoute } from "../shell/console_route.ts";
import { type Flash, keepFlash } from "../shell/flash.ts";
import { valuesOf } from "../shell/read_form.ts";
import { connectionPath } from "./connection_path.ts";

/** What a source sends back (RFC 6749, 4.1.2; RFC 9207). */
const query = z.object({
  state: z.string().max(300),
  code: z.string().max(4_000).optional(),
  error: z.string().max(300).optional(),
  iss: z.string().max(2_000).optional(),
});

/** Exchanges what a browser brought back from a source, and leads on to the connection's page with how that went. */
export const oauthReturn: ConsoleRoute = {
  method: "get",
  path: "/connections/oauth/return",
  action: "connections.write",
  async respond({ c, deps, scope, frame }) {
    const allowed = permit(scope, "connections.write");
    if (!allowed.ok) return errorPage(c, allowed.failure, frame);
    const read = readBy(query, valuesOf(new URL(c.req.url).searchParams));
    if (!read.ok) {
      return errorPage(c, requestFailures.invalid({}, read.flaws), frame);
    }
    const { state, code = null, error = null, iss = null } = read.value;
    const done = await completeAuthorisation(deps, scope, {
      state,
      code,
      error,
      iss,
    });
    const id = done.ok ? done.value : connectionOfState(state);
    if (!done.ok) c.set("problem", done.failure.kind);
    if (id === undefined) {
      // Without a state of ours there is no page to lead to.
      return errorPage(c, requestFailures.unknown_route(), frame);
    }
    const flash: Flash = done.ok
      ? { kind: "done", text: "It is authorised, and fetches now." }
      : { kind: "trouble", text: troubleText(done.failure) };
    return new Response(null, {
      status: 303,
      headers: {
        Location: connectionPath(id),
        "Set-Cookie": keepFlash(c.get("origin")!, flash),
      },
    });
  },
};

function troubleText({ title, kind, facts }: Failure): string {
  const said = kind === "oauth.denied" ? ` (${String(facts["error"])})` : "";
  return `${title}${said}. Nothing was changed: begin again.`;
}
