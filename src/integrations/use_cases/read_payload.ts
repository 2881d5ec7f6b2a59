import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { PayloadId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Payload, payloadFailures } from "../payload.ts";

/** One payload, with its body. */
export async function readPayload(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: PayloadId,
): Promise<Result<Payload, AccessDenied | Failure<"payload.missing">>> {
  const allowed = permit(scope, "connections.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [payload] = await tx.payloads.find([id]);
    return payload
      ? ok(payload)
      : fail(payloadFailures.missing({ payload_id: id }));
  });
}
