import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  noticeSettingsFailures,
  type NotificationSettings,
  settingsOf,
} from "../notification_settings.ts";

/** Sets how the tenant is told of things. A wrong `seenVersion` is refused; null takes whichever is there. */
export async function changeSettings(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  settings: Pick<NotificationSettings, "digestHour" | "reviewQueueDays">,
  seenVersion: number | null,
): Promise<
  Result<NotificationSettings, AccessDenied | Failure<"notice_settings.stale">>
> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  const id = scope.tenantId;
  return deps.uow.run(allowed.value, async (tx) => {
    const [kept] = await tx.notificationSettings.find([id]);
    const before = settingsOf(id, kept);
    const { version } = before;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(noticeSettingsFailures.stale({ version }));
    }
    const after = { ...before, ...settings, version: version + 1 };
    if (kept) await tx.notificationSettings.save([{ ...kept, ...settings }]);
    else await tx.notificationSettings.add([after]);
    tx.events.append([{
      type: "NOTIFICATION_SETTINGS_UPDATED",
      payload: { before: told(before), after: told(after) },
    }]);
    return ok(after);
  });
}

function told({ digestHour, reviewQueueDays }: NotificationSettings) {
  return { digest_hour: digestHour, review_queue_days: reviewQueueDays };
}
