import type { ApiKeyId, MemberId, SessionId, TenantId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Action, Role } from "./access.ts";

/** Who acts. An `agent` key may do just what its `scopes` name; a job does what the service started. */
export type Actor =
  | { readonly kind: "member"; readonly id: MemberId; readonly role: Role }
  | {
    readonly kind: "api_key";
    readonly id: ApiKeyId;
    readonly role: Role | "agent";
    readonly scopes: readonly Action[];
  }
  | {
    readonly kind: "system";
    readonly id: `job:${string}` | "setup" | "sign_in" | "hook";
  };

/** Where a company that wants more pays: it buys a first subscription, or changes the one that it has. */
export type PayingPage = "checkout" | "portal";

declare const opened: unique symbol;

/** Proof that someone was let into a tenant. Only `open_scope.ts` makes one. */
export interface Scope {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /** The program on whose behalf events are written; `balance` unless a key names another. */
  readonly sourceAgent: string;
  /** W3C trace context of what is being done, for the jobs that follow from it; absent where none is known. */
  readonly traceparent?: string;
  /** The session that the member signed in with; absent where another way was taken. */
  readonly session?: { readonly id: SessionId; readonly expiresAt: Instant };
  /** The company does not pay: whoever acts may read, export, and settle that there. */
  readonly suspended?: PayingPage;
  readonly [opened]: true;
}

/** The id of who acts, as events and leases name it. */
export function actorId(scope: Scope): string {
  return scope.actor.id;
}

export function isOwner({ actor }: Scope): boolean {
  return actor.kind === "system" || actor.role === "owner";
}
