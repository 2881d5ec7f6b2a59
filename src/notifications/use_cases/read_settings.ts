import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  type NotificationSettings,
  settingsOf,
} from "../notification_settings.ts";

/** How the tenant is told of things. */
export async function readSettings(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<NotificationSettings, AccessDenied>> {
  const allowed = permit(scope, "notifications.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [kept] = await tx.notificationSettings.find([scope.tenantId]);
    return ok(settingsOf(scope.tenantId, kept));
  });
}
