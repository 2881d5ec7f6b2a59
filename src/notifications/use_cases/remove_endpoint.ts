import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { endpointFailures } from "../endpoint.ts";

/** Removes an endpoint with its address and secrets; the deliveries to it stay in the log. */
export async function removeEndpoint(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: EndpointId,
): Promise<Result<null, AccessDenied | Failure<"endpoint.missing">>> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [endpoint] = await tx.endpoints.find([id]);
    if (!endpoint || endpoint.removedAt !== null) {
      return fail(endpointFailures.missing({ endpoint_id: id }));
    }
    await tx.endpoints.save([{
      ...endpoint,
      url: "",
      description: "",
      secrets: [],
      removedAt: now,
    }]);
    tx.events.append([{
      type: "ENDPOINT_REMOVED",
      payload: { endpoint_id: id },
    }]);
    return ok(null);
  });
}
