import type { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import type { IdentityHook } from "../../ports/identity_hook.ts";
import { hearProvider } from "../../src/tenancy/use_cases/hear_provider.ts";
import type { ApiEnv } from "./api_context.ts";
import { mountHook } from "./mount_hook.ts";

/** The address of the identity provider: 204 once a message is taken in. */
export function mountIdentityHook(
  app: Hono<ApiEnv>,
  hook: IdentityHook,
  deps: Deps,
): void {
  mountHook(app, hook, async (c, message) => {
    await hearProvider(deps, message);
    return c.body(null, 204);
  });
}
