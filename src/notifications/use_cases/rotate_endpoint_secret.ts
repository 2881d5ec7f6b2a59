import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { endpointFailures } from "../endpoint.ts";
import { sealSecret } from "../parts/seal_secret.ts";
import type { EndpointWithSecret } from "./create_endpoint.ts";

/** Gives an endpoint a new secret; the one before signs beside it for `overlapMs`, any older one no more. */
export async function rotateEndpointSecret(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "sealer">,
  scope: Scope,
  id: EndpointId,
  { overlapMs }: { readonly overlapMs: number },
): Promise<
  Result<
    EndpointWithSecret,
    AccessDenied | Failure<"endpoint.missing" | "endpoint.no_sealing_key">
  >
> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  const sealed = await sealSecret(deps, scope.tenantId, id);
  if (!sealed.ok) return sealed;
  const now = deps.clock.now();
  const rotated = await deps.uow.run(allowed.value, async (tx) => {
    const [endpoint] = await tx.endpoints.find([id]);
    if (!endpoint || endpoint.removedAt !== null) {
      return fail(endpointFailures.missing({ endpoint_id: id }));
    }
    const [latest] = endpoint.secrets;
    const before = latest && overlapMs > 0
      ? [{ ...latest, until: plusMs(now, overlapMs) }]
      : [];
    const after = { ...endpoint, secrets: [sealed.value.sealed, ...before] };
    await tx.endpoints.save([after]);
    tx.events.append([{
      type: "ENDPOINT_SECRET_ROTATED",
      payload: { endpoint_id: id },
    }]);
    return ok({ ...after, version: after.version + 1 });
  });
  if (!rotated.ok) return rotated;
  const isFirst =
    rotated.value.secrets[0]?.sealed === sealed.value.sealed.sealed;
  return ok({
    endpoint: rotated.value,
    secret: isFirst ? sealed.value.secret : null,
  });
}
