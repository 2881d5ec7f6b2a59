import type { Deps } from "../../../ports/deps.ts";
import type { Sealer } from "../../../ports/sealer.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Endpoint, EndpointSecret } from "../endpoint.ts";

/** What became of the secrets of a tenant's endpoints that another key had sealed. */
export interface EndpointReseal {
  readonly resealed: number;
  /** One for each secret that no key opens. */
  readonly unopened: readonly EndpointId[];
}

/** Seals with the newest key what others sealed, while the service runs; a secret that was rotated meanwhile stays. */
export async function resealEndpoints(
  deps: Pick<Deps, "uow">,
  sealer: Sealer,
  scope: Scope,
): Promise<Result<EndpointReseal, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { value: endpoints } = await deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.endpoints.all()),
  );
  const unopened: EndpointId[] = [];
  /** What is to stand in a sealed text's place. */
  const anew = new Map<string, EndpointSecret>();
  for (const { id, secrets } of endpoints) {
    for (const secret of secrets) {
      if (secret.keyId === sealer.keyId) continue;
      const place = {
        tenantId: scope.tenantId,
        connectionId: id,
        name: "signing",
      };
      const opened = await sealer.open(secret.sealed, place);
      if (!opened.ok) unopened.push(id);
      else {
        const sealed = await sealer.seal(opened.value, place);
        anew.set(secret.sealed, { ...secret, keyId: sealer.keyId, sealed });
      }
    }
  }
  if (anew.size === 0) return ok({ resealed: 0, unopened });
  return deps.uow.run(allowed.value, async (tx) => {
    const now = await tx.endpoints.find(endpoints.map(({ id }) => id));
    const changed = now.filter(({ secrets }) =>
      secrets.some(({ sealed }) => anew.has(sealed))
    );
    await tx.endpoints.save(
      changed.map((endpoint) => replaced(endpoint, anew)),
    );
    const resealed = changed.flatMap(({ secrets }) => secrets)
      .filter(({ sealed }) => anew.has(sealed)).length;
    return ok({ resealed, unopened });
  });
}

/** An end that was set meanwhile stays. */
function replaced(
  endpoint: Endpoint,
  anew: ReadonlyMap<string, EndpointSecret>,
): Endpoint {
  return {
    ...endpoint,
    secrets: endpoint.secrets.map((secret) => {
      const { keyId, sealed } = anew.get(secret.sealed) ?? secret;
      return { ...secret, keyId, sealed };
    }),
  };
}
