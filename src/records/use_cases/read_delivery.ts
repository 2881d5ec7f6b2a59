import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { DeliveryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Delivery, deliveryFailures } from "../delivery.ts";

/** One delivery and, once it was taken in, what became of it. */
export async function readDelivery(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: DeliveryId,
): Promise<Result<Delivery, AccessDenied | Failure<"delivery.missing">>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [delivery] = await tx.deliveries.find([id]);
    return delivery
      ? ok(delivery)
      : fail(deliveryFailures.missing({ delivery_id: id }));
  });
}
