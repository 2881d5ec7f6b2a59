import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { NotificationSettings } from "../notification_settings.ts";

/** Sets how the tenant is told of things. */
export async function changeSettings(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  settings: Pick<NotificationSettings, "digestHour" | "reviewQueueDays">,
): Promise<Result<NotificationSettings, AccessDenied>> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  const id = scope.tenantId;
  return deps.uow.run(allowed.value, async (tx) => {
    const [kept] = await tx.notificationSettings.find([id]);
    if (!kept) {
      const added = { ...settings, id, version: 1 };
      await tx.notificationSettings.add([added]);
      return ok(added);
    }
    const after = { ...kept, ...settings };
    await tx.notificationSettings.save([after]);
    return ok({ ...after, version: after.version + 1 });
  });
}
