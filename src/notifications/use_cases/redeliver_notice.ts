import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { NoticeDeliveryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { deliveryJobs } from "../delivery_jobs.ts";
import {
  type NoticeDelivery,
  noticeDeliveryFailures,
} from "../notice_delivery.ts";

/** Sends a message again, at once and with all its attempts anew, under the id that it had. */
export async function redeliverNotice(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: NoticeDeliveryId,
): Promise<
  Result<NoticeDelivery, AccessDenied | Failure<"notice_delivery.missing">>
> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [delivery] = await tx.noticeDeliveries.find([id]);
    if (!delivery) {
      return fail(noticeDeliveryFailures.missing({ delivery_id: id }));
    }
    const again: NoticeDelivery = {
      ...delivery,
      status: "pending",
      attempts: 0,
      nextAttemptAt: now,
      endedAt: null,
    };
    await tx.noticeDeliveries.save([again]);
    const saved = { ...again, version: again.version + 1 };
    await tx.jobs.later(deliveryJobs(scope, [saved]));
    return ok(saved);
  });
}
