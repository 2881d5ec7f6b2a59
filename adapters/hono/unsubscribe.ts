import type { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import { readUnsubscribeLink } from "../../src/notifications/use_cases/read_unsubscribe_link.ts";
import { unsubscribeMember } from "../../src/notifications/use_cases/unsubscribe_member.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import type { ApiEnv } from "./api_context.ts";
import { readBytes } from "./read_body.ts";
import { refuse } from "./refuse.ts";

/**
 * `POST /api/v1/notifications/unsubscribe/{token}`: what a mail program sends when its reader wants no more (RFC 8058).
 * Only a POST does something: those who merely look at links of mails, as filters do, change nothing.
 */
export function mountUnsubscribe(app: Hono<ApiEnv>, deps: Deps): void {
  app.post("/api/v1/notifications/unsubscribe/:token", async (c) => {
    const bytes = await readBytes(c);
    if (!bytes.ok) return refuse(c, bytes.failure);
    const who = await readUnsubscribeLink(deps, c.req.param("token"));
    if (!who.ok) return refuse(c, who.failure);
    const { tenantId, memberId } = who.value;
    const scope = openTaskScope(tenantId, "unsubscribe");
    const done = await unsubscribeMember(deps, scope, memberId);
    if (!done.ok) return refuse(c, done.failure);
    return c.body(null, 204);
  });
}
