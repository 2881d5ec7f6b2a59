import type { MemberId, SessionId, TenantId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Outage } from "../src/events/attempt_job.ts";
import type { Role } from "../src/tenancy/access.ts";

/** What a token says of who brings it, once its form, signature and times were checked. Whom that is here is looked up after. */
export type Claim =
  /** An API key of ours; whether there is one is not known yet. */
  | { readonly kind: "api_key"; readonly secretHash: string }
  /** A session that this service signed. */
  | {
    readonly kind: "session";
    readonly id: SessionId;
    readonly tenantId: TenantId;
    readonly memberId: MemberId;
    /** The member's epoch when it was given out. */
    readonly epoch: number;
    readonly expiresAt: Instant;
  }
  /** Somebody whom an identity provider vouches for, in an organisation of theirs. */
  | {
    readonly kind: "external";
    readonly provider: string;
    readonly organisation: string;
    readonly user: string;
    /** The role that the provider's stands for. */
    readonly role: Role;
    readonly issuedAt: Instant;
    readonly expiresAt: Instant;
  };

/** What tokens are checked with cannot be had: later it may go well. */
export class IdentityDown extends Error implements Outage {
  override readonly name = "IdentityDown";
  readonly outage = true;

  constructor(cause: unknown) {
    super("the keys of the identity provider cannot be had", { cause });
  }
}

/** Checks tokens: one adapter per way of signing in. */
export interface Identity {
  /** What `token` says; null for one that is not of this adapter's kind, or not valid, or not at this time. Throws `IdentityDown`. */
  verify(token: string): Promise<Claim | null>;
}
