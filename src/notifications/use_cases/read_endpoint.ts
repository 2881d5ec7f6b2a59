import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Endpoint, endpointFailures } from "../endpoint.ts";

/** One endpoint of the tenant. */
export async function readEndpoint(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: EndpointId,
): Promise<Result<Endpoint, AccessDenied | Failure<"endpoint.missing">>> {
  const allowed = permit(scope, "notifications.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [endpoint] = await tx.endpoints.find([id]);
    return endpoint && endpoint.removedAt === null
      ? ok(endpoint)
      : fail(endpointFailures.missing({ endpoint_id: id }));
  });
}
