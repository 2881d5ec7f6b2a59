import type { Deps } from "../../../ports/deps.ts";
import { type Lacking, needFeature } from "../../billing/parts/need_feature.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Endpoint, endpointFailures, ENDPOINTS_MAX } from "../endpoint.ts";
import type { NoticeKind } from "../notice_kinds.ts";
import { checkAddress } from "../parts/check_address.ts";
import { sealSecret } from "../parts/seal_secret.ts";

/** An endpoint and its secret. The secret is null when a repeated request gets the first one's answer: it is told once. */
export interface EndpointWithSecret {
  readonly endpoint: Endpoint;
  readonly secret: string | null;
}

/** Adds where notices go by signed requests. */
export async function createEndpoint(
  deps: Pick<Deps, "uow" | "ids" | "sealer" | "outgoing"> & StandingDeps,
  scope: Scope,
  command: {
    readonly url: string;
    readonly description: string;
    readonly kinds: readonly NoticeKind[];
  },
): Promise<
  Result<
    EndpointWithSecret,
    | AccessDenied
    | Lacking
    | Failure<
      | "endpoint.address_refused"
      | "endpoint.too_many"
      | "endpoint.no_sealing_key"
    >
  >
> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  const address = checkAddress(deps, command.url);
  if (!address.ok) return address;
  const id = deps.ids.next("nep");
  const sealed = await sealSecret(deps, scope.tenantId, id);
  if (!sealed.ok) return sealed;
  const endpoint: Endpoint = {
    ...command,
    id,
    version: 1,
    secrets: [sealed.value.sealed],
    exhausted: 0,
    failingSince: null,
    disabledAt: null,
    disabledFor: null,
    createdAt: deps.clock.now(),
    removedAt: null,
  };
  const created = await deps.uow.run(allowed.value, async (tx) => {
    const feature = await needFeature(deps, tx, "notification_webhooks");
    if (!feature.ok) return feature;
    await tx.usage.takeTurn("endpoints");
    const all = await tx.endpoints.all();
    const kept = all.filter(({ removedAt }) => removedAt === null);
    if (kept.length >= ENDPOINTS_MAX) {
      return fail(endpointFailures.too_many({ endpoints_max: ENDPOINTS_MAX }));
    }
    await tx.endpoints.add([endpoint]);
    tx.events.append([{
      type: "ENDPOINT_CREATED",
      payload: { endpoint_id: id, kinds: [...command.kinds] },
    }]);
    return ok(endpoint);
  });
  if (!created.ok) return created;
  const isFirst = created.value.id === id;
  return ok({
    endpoint: created.value,
    secret: isFirst ? sealed.value.secret : null,
  });
}
