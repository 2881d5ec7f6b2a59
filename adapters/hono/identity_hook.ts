import type { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import type { IdentityHook } from "../../ports/identity_hook.ts";
import { hearProvider } from "../../src/tenancy/use_cases/hear_provider.ts";
import type { ApiEnv } from "./api_context.ts";
import { readBytes } from "./read_body.ts";
import { refuse } from "./refuse.ts";

/** `POST /api/v1/hooks/{provider}`: 204 once it is taken in, 400 for what cannot be read, 401 for what is not the provider's. */
export function mountIdentityHook(
  app: Hono<ApiEnv>,
  hook: IdentityHook,
  deps: Deps,
): void {
  app.post(`/api/v1/hooks/${hook.provider}`, async (c) => {
    const bytes = await readBytes(c);
    if (!bytes.ok) return refuse(c, bytes.failure);
    const message = await hook.read(bytes.value, c.req.raw.headers);
    if (!message.ok) return refuse(c, message.failure);
    await hearProvider(deps, message.value);
    return c.body(null, 204);
  });
}
