import type { Deps } from "../../../ports/deps.ts";
import { isNoRoom } from "../../billing/no_room.ts";
import { putOff } from "../../billing/parts/put_off.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { DeliveryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { deliveryFailures } from "../delivery.ts";
import { takeIn } from "../parts/take_in.ts";

/** The job that takes a kept delivery in. Done once, however often it is delivered; put off while the plan has no room. */
export async function ingestDelivery(
  deps: Pick<Deps, "uow" | "ids"> & StandingDeps,
  scope: Scope,
  job: {
    readonly id: string;
    readonly deliveryId: DeliveryId;
    readonly records: number;
  },
): Promise<Result<null, AccessDenied | Failure<"delivery.missing">>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const ingested = await deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(null);
    const [delivery] = await tx.deliveries.find([job.deliveryId]);
    if (!delivery) {
      return fail(deliveryFailures.missing({ delivery_id: job.deliveryId }));
    }
    // A replay of an old dead letter finds that the delivery was tried again since.
    if (delivery.intake !== null) return ok(null);
    const intake = await takeIn(deps, tx, delivery.drafts);
    if (!intake.ok) return intake;
    await tx.deliveries.save([{ ...delivery, intake: intake.value }]);
    return ok(null);
  });
  if (ingested.ok) return ingested;
  const { failure } = ingested;
  if (!isNoRoom(failure)) return fail(failure);
  const { id, deliveryId, records } = job;
  const task = { kind: "ingest_delivery", deliveryId, records } as const;
  await putOff(deps, allowed.value, { id, task }, failure);
  return ok(null);
}
