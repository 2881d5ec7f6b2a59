import type { MemberId } from "../kernel/ids.ts";
import type { Role } from "./access.ts";
import type { ExternalId } from "./external_id.ts";

/** One membership as its provider told it. A person who leaves and comes back has a second one. */
export interface Membership {
  readonly id: string;
  /** When the provider wrote it, in Unix milliseconds. */
  readonly at: number;
  /** Ours for the provider's; null: none of ours stands for it. */
  readonly role: Role | null;
  readonly email: string | null;
  readonly name: string | null;
  /** It was ended, for good. */
  readonly ended: boolean;
}

/** What a provider told of a user. */
export interface ExternalProfile {
  readonly at: number;
  readonly email: string | null;
  readonly name: string | null;
  /** The user was deleted, for good. */
  readonly ended: boolean;
}

/** All that a provider told of one user in one organisation, in whatever order: who that is here follows from it. */
export interface ExternalMember {
  readonly id: ExternalId;
  readonly version: number;
  /** Null: has never been a member here. */
  readonly memberId: MemberId | null;
  readonly profile: ExternalProfile | null;
  readonly memberships: readonly Membership[];
  /** The role that the latest token named, and when it was issued; it counts while no membership was told. */
  readonly vouched: { readonly at: number; readonly role: Role } | null;
}

/** What a user is here: the role, and what they are called. */
export interface Standing {
  readonly role: Role;
  readonly email: string | null;
  readonly name: string | null;
}

export function newExternalMember(id: ExternalId): ExternalMember {
  return {
    id,
    version: 1,
    memberId: null,
    profile: null,
    memberships: [],
    vouched: null,
  };
}

/** A membership that ended: nothing of it is remembered but that. */
export function endedMembership(id: string): Membership {
  return { id, at: 0, role: null, email: null, name: null, ended: true };
}

export const ENDED_PROFILE: ExternalProfile = {
  at: 0,
  email: null,
  name: null,
  ended: true,
};

/** The user after a membership was told. In whatever order and however often memberships are told, the end is the same. */
export function withMembership(
  external: ExternalMember,
  told: Membership,
): ExternalMember {
  const before = external.memberships.find(({ id }) => id === told.id);
  const after = before ? later(before, told) : told;
  if (after === before) return external;
  const others = external.memberships.filter(({ id }) => id !== told.id);
  return {
    ...external,
    memberships: [...others, after].sort((a, b) => a.id < b.id ? -1 : 1),
  };
}

/** The user after a profile was told, in whatever order. */
export function withProfile(
  external: ExternalMember,
  told: ExternalProfile,
): ExternalMember {
  const { profile } = external;
  const after = profile ? later(profile, told) : told;
  return after === profile ? external : { ...external, profile: after };
}

/** Of two tellings of one thing: its end, or the one written later; of two written at once the same one each time. */
export function later<
  T extends { readonly at: number; readonly ended: boolean },
>(
  kept: T,
  told: T,
): T {
  if (kept.ended !== told.ended) return told.ended ? told : kept;
  if (kept.at !== told.at) return told.at > kept.at ? told : kept;
  return orderOf(told) > orderOf(kept) ? told : kept;
}

/** Does not depend on the order of members, in which storages differ. */
function orderOf(told: object): string {
  return JSON.stringify(
    Object.entries(told).sort(([a], [b]) => a < b ? -1 : 1),
  );
}

/** What the user is now, or null for nobody. A token says something only while no membership was ever told. */
export function standingOf(
  { profile, memberships, vouched }: ExternalMember,
): Standing | null {
  if (profile?.ended) return null;
  const [latest] = memberships.filter(({ ended }) => !ended)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const role = memberships.length === 0 ? vouched?.role : latest?.role;
  if (!role) return null;
  return {
    role,
    email: profile?.email ?? latest?.email ?? null,
    name: profile?.name ?? latest?.name ?? null,
  };
}

/** The user without names and addresses, as the next version; the same where there are none. */
export function withoutNames(external: ExternalMember): ExternalMember {
  const { profile, memberships, version } = external;
  const hasNames = [profile, ...memberships].some((told) =>
    told && (told.email !== null || told.name !== null)
  );
  const nameless = { email: null, name: null };
  return hasNames
    ? {
      ...external,
      version: version + 1,
      profile: profile && { ...profile, ...nameless },
      memberships: memberships.map((one) => ({ ...one, ...nameless })),
    }
    : external;
}
