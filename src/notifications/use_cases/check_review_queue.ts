import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { isOpen } from "../notice.ts";
import { settingsOf } from "../notification_settings.ts";

const DAY_MS = 86_400_000;

/** Says as an event that the oldest approval waits for too long; once while the notice of it is open. */
export async function checkReviewQueue(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [kept] = await tx.notificationSettings.find([scope.tenantId]);
    const { reviewQueueDays } = settingsOf(scope.tenantId, kept);
    const { data: [oldest] } = await tx.approvals.list("waiting", {
      limit: 1,
      cursor: null,
    });
    const since = oldest?.createdAt ?? null;
    const isOld = since !== null &&
      Date.parse(now) - Date.parse(since) >= reviewQueueDays * DAY_MS;
    const [last] = await tx.notices.latest([{
      kind: "review_queue_old",
      key: "approvals",
    }]);
    const open = last && isOpen(last, now) ? last : null;
    if (!isOld) {
      if (open) await tx.notices.save([{ ...open, closedAt: now }]);
      return ok(null);
    }
    if (open) return ok(null);
    tx.events.append([{
      type: "REVIEW_QUEUE_OLD",
      payload: {
        approval_id: oldest!.id,
        waiting: await tx.approvals.countWaiting(),
        waiting_since: since,
      },
    }]);
    return ok(null);
  });
}
