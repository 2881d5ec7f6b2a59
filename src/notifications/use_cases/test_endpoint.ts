import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { endpointFailures, isLive } from "../endpoint.ts";

/** Asks for a notice of no meaning to one endpoint, on the way that all take. */
export async function testEndpoint(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: EndpointId,
): Promise<
  Result<null, AccessDenied | Failure<"endpoint.missing" | "endpoint.disabled">>
> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [endpoint] = await tx.endpoints.find([id]);
    if (!endpoint || endpoint.removedAt !== null) {
      return fail(endpointFailures.missing({ endpoint_id: id }));
    }
    if (!isLive(endpoint)) {
      return fail(endpointFailures.disabled({ endpoint_id: id }));
    }
    tx.events.append([{
      type: "ENDPOINT_TEST_REQUESTED",
      payload: { endpoint_id: id },
    }]);
    return ok(null);
  });
}
