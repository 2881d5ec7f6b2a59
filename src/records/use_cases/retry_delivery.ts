import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { DeliveryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Delivery, deliveryFailures } from "../delivery.ts";

/** A delivery has one that waits; more would be left to be replayed, which does no harm. */
const LETTERS_MAX = 100;

/** Sends a delivery whose job went to the dead letters to be taken in once more; its dead letter counts as replayed. */
export async function retryDelivery(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: DeliveryId,
): Promise<
  Result<
    Delivery,
    AccessDenied | Failure<"delivery.missing" | "delivery.not_failed">
  >
> {
  const allowed = permit(scope, "records.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [delivery] = await tx.deliveries.find([id]);
    if (!delivery) return fail(deliveryFailures.missing({ delivery_id: id }));
    if (delivery.failedAt === null) {
      return fail(deliveryFailures.not_failed({ delivery_id: id }));
    }
    const waiting = { ...delivery, failedAt: null };
    await tx.deliveries.save([waiting]);
    const letters = await tx.jobs.dead({ deliveryId: id, replayed: false }, {
      limit: LETTERS_MAX,
      cursor: null,
    });
    await tx.jobs.markReplayed(
      letters.data.map((letter) => letter.id),
      deps.clock.now(),
    );
    tx.events.append([{
      type: "DELIVERY_RETRIED",
      payload: { delivery_id: id, records: delivery.drafts.length },
    }]);
    return ok({ ...waiting, version: delivery.version + 1 });
  });
}
