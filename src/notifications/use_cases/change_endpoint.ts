import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Endpoint, endpointFailures } from "../endpoint.ts";
import type { NoticeKind } from "../notice_kinds.ts";
import { checkAddress } from "../parts/check_address.ts";

/** What is to be different; the rest stays. */
export interface EndpointChange {
  readonly url?: string;
  readonly description?: string;
  readonly kinds?: readonly NoticeKind[];
  readonly enabled?: boolean;
}

/** Changes an endpoint. One that is enabled again starts as if it had never failed. */
export async function changeEndpoint(
  deps: Pick<Deps, "uow" | "clock" | "outgoing">,
  scope: Scope,
  id: EndpointId,
  { enabled, ...change }: EndpointChange,
  seenVersion: number | null,
): Promise<
  Result<
    Endpoint,
    | AccessDenied
    | Failure<
      "endpoint.missing" | "endpoint.stale" | "endpoint.address_refused"
    >
  >
> {
  const allowed = permit(scope, "notifications.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const { url } = change;
  const address = url === undefined ? ok(null) : checkAddress(deps, url);
  return deps.uow.run(allowed.value, async (tx) => {
    const [endpoint] = await tx.endpoints.find([id]);
    if (!endpoint || endpoint.removedAt !== null) {
      return fail(endpointFailures.missing({ endpoint_id: id }));
    }
    if (seenVersion !== null && seenVersion !== endpoint.version) {
      return fail(endpointFailures.stale({ version: endpoint.version }));
    }
    // One that stands already is left alone: what may be reached can be configured otherwise since.
    if (url !== endpoint.url && !address.ok) return address;
    const after = {
      ...endpoint,
      ...change,
      ...switched(endpoint, enabled, now),
    };
    await tx.endpoints.save([after]);
    tx.events.append([{
      type: "ENDPOINT_UPDATED",
      payload: {
        endpoint_id: id,
        fields: [
          ...Object.keys(change),
          ...enabled === undefined ? [] : ["enabled"],
        ],
      },
    }]);
    return ok({ ...after, version: after.version + 1 });
  });
}

function switched(
  { disabledAt }: Endpoint,
  enabled: boolean | undefined,
  now: Endpoint["createdAt"],
): Partial<Endpoint> {
  if (enabled === undefined || enabled === (disabledAt === null)) return {};
  return enabled
    ? { disabledAt: null, disabledFor: null, failingSince: null, exhausted: 0 }
    : { disabledAt: now, disabledFor: "asked" };
}
