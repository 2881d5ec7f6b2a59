import { failures } from "../kernel/failure.ts";
import type { MemberId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Role } from "./access.ts";

/** A person in a tenant. `removedAt` is set when they left; the row stays for the history's sake. */
export interface Member {
  readonly id: MemberId;
  readonly version: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Counts how often the member signed out everywhere; sessions of an earlier epoch open nothing. */
  readonly sessionEpoch: number;
  readonly createdAt: Instant;
  readonly removedAt: Instant | null;
}

export const memberFailures = failures("member", {
  missing: { category: "missing", title: "No such member" },
  stale: {
    category: "conflict",
    title: "The member was changed in the meantime",
  },
  email_taken: {
    category: "conflict",
    title: "A member with this e-mail address is there already",
  },
  last_owner: {
    category: "conflict",
    title: "The last owner cannot leave or lose the role",
  },
  kept_by_provider: {
    category: "conflict",
    title: "The identity provider keeps this member; change it there",
  },
  owners_only: {
    category: "forbidden",
    title: "Only an owner may make or change owners",
  },
  outlives_giver: {
    category: "forbidden",
    title: "A key that ends cannot let people in, who stay",
  },
  beyond_giver: {
    category: "forbidden",
    title: "A role cannot allow more than the one who gives it has",
  },
});
