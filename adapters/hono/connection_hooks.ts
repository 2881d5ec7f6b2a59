import type { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import { hookFailures } from "../../src/integrations/hook.ts";
import { HOOK_BYTES_MAX } from "../../src/integrations/payload.ts";
import { receiveHook } from "../../src/integrations/use_cases/receive_hook.ts";
import { isId } from "../../src/kernel/ids.ts";
import type { ApiEnv } from "./api_context.ts";
import { readBytes } from "./read_body.ts";
import { refuse } from "./refuse.ts";

/**
 * `POST /api/v1/hooks/{connection_id}`: 202 once it is kept, 200 for one that was kept before or whose id was used for
 * another body. Its sender signs what it sends, and shows no key.
 */
export function mountConnectionHooks(app: Hono<ApiEnv>, deps: Deps): void {
  app.post("/api/v1/hooks/:id", async (c) => {
    const id = c.req.param("id");
    if (!isId("con", id)) return refuse(c, hookFailures.missing());
    const bytes = await readBytes(c, HOOK_BYTES_MAX);
    if (!bytes.ok) return refuse(c, bytes.failure);
    const received = await receiveHook(deps, id, {
      headers: c.req.raw.headers,
      bytes: bytes.value,
    }, c.get("traceparent"));
    if (!received.ok) return refuse(c, received.failure);
    const { received: how, payloadId } = received.value;
    return c.json(
      { received: how, payload_id: payloadId },
      how === "first" ? 202 : 200,
    );
  });
}
