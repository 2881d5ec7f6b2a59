import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { DeliveryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { deliveryFailures } from "../delivery.ts";
import { takeIn } from "../parts/take_in.ts";

/** The job that takes a kept delivery in. Done once, however often it is delivered. */
export async function ingestDelivery(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  job: { readonly id: string; readonly deliveryId: DeliveryId },
): Promise<Result<null, AccessDenied | Failure<"delivery.missing">>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(null);
    const [delivery] = await tx.deliveries.find([job.deliveryId]);
    if (!delivery) {
      return fail(deliveryFailures.missing({ delivery_id: job.deliveryId }));
    }
    // A replay of an old dead letter finds that the delivery was tried again since.
    if (delivery.intake !== null) return ok(null);
    const intake = await takeIn(deps, tx, delivery.drafts);
    await tx.deliveries.save([{ ...delivery, intake }]);
    return ok(null);
  });
}
