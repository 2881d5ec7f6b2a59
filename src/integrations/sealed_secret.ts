import { failures } from "../kernel/failure.ts";
import type {
  ConnectionId,
  EndpointId,
  MemberId,
  TenantId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** Where a secret belongs; sealed for one place it opens nowhere else. */
export interface SealedPlace {
  readonly tenantId: TenantId;
  /** Whose it is: a connection's, an endpoint's for notices, or a member's. */
  readonly connectionId: ConnectionId | EndpointId | MemberId;
  /** What it is of the connection's, e.g. `refresh_token`. */
  readonly name: string;
}

/** A secret of a connection, as it is kept. */
export interface SealedSecret {
  readonly connectionId: ConnectionId;
  readonly name: string;
  readonly keyId: string;
  readonly sealed: string;
  readonly sealedAt: Instant;
}

export const sealedFailures = failures("sealed", {
  unknown_key: {
    category: "conflict",
    title: "The secret was sealed by a key that is not configured",
  },
  wrong: {
    category: "conflict",
    title: "The secret was changed, or belongs elsewhere",
  },
});
