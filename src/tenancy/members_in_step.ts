import type { MemberId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Fact } from "../events/fact.ts";
import { type ExternalMember, standingOf } from "./external_member.ts";
import type { Member } from "./member.ts";

/** What brings the members of a tenant in step, in the order in which it is written. */
export interface Step {
  /** Who leave. */
  readonly leaving: readonly Member[];
  /** Who give up an address that another one gets in the same step. */
  readonly releasing: readonly Member[];
  readonly changed: readonly Member[];
  readonly added: readonly Member[];
  /** Those that got a member. */
  readonly externals: readonly ExternalMember[];
  readonly facts: readonly Fact[];
}

/**
 * The difference between the members of a tenant and what an identity provider told of them. A provider may remove the
 * last owner: it is the one that knows, and the fact says so.
 */
export function membersInStep(
  { externals, members, ended, membersMax, now, nextId }: {
    readonly externals: readonly ExternalMember[];
    readonly members: readonly Member[];
    /** The organisation is gone. */
    readonly ended: boolean;
    /** So many may stand at once; null: as many as there are. Whoever finds no place waits outside. */
    readonly membersMax: number | null;
    readonly now: Instant;
    readonly nextId: () => MemberId;
  },
): Step {
  const byId = new Map(members.map((member) => [member.id, member]));
  const kept = new Set(externals.map(({ memberId }) => memberId));
  /** People of this service's own, whom a user with the same address is. */
  const own = new Map(
    members.filter(({ id, removedAt }) => removedAt === null && !kept.has(id))
      .map((member) => [folded(member.email), member]),
  );
  const taken = new Set(own.keys());
  const linked: ExternalMember[] = [];
  const wanted: Member[] = [];
  const leaving: Member[] = [];

  const standingOnes = members.filter(({ removedAt }) => removedAt === null);
  const gone = externals.filter((one) =>
    (ended || !standingOf(one)) &&
    standingOnes.some(({ id }) => id === one.memberId)
  );
  let seats = (membersMax ?? Infinity) - standingOnes.length + gone.length;

  for (const external of externals.toSorted((a, b) => a.id < b.id ? -1 : 1)) {
    const standing = ended ? null : standingOf(external);
    const before = external.memberId && byId.get(external.memberId);
    if (!standing) {
      if (before && before.removedAt === null) {
        // Sessions of before must not open again for one who comes back.
        const sessionEpoch = before.sessionEpoch + 1;
        leaving.push({ ...before, sessionEpoch, removedAt: now });
      }
      continue;
    }
    const address = standing.email ?? placeOf(external);
    const adopted = before ? undefined : own.get(folded(address));
    const isStanding = adopted || (before && before.removedAt === null);
    if (!isStanding && seats-- <= 0) continue;
    if (adopted) {
      own.delete(folded(address));
      taken.delete(folded(address));
    }
    const email = taken.has(folded(address)) ? placeOf(external) : address;
    taken.add(folded(email));
    const id = (before || adopted)?.id ?? nextId();
    if (external.memberId === null) linked.push({ ...external, memberId: id });
    wanted.push({
      ...before || adopted ||
        { id, version: 1, sessionEpoch: 0, createdAt: now },
      email,
      name: standing.name ?? email,
      role: standing.role,
      removedAt: null,
    });
  }

  const added = wanted.filter(({ id }) => !byId.has(id));
  const changed = wanted.filter((after) => {
    const before = byId.get(after.id);
    return before !== undefined && isOther(before, after);
  });
  const releasing = changed.flatMap((after) => {
    const before = byId.get(after.id)!;
    const gives = before.removedAt === null && before.email !== after.email;
    return gives ? [{ ...before, email: `${before.id}@moving.invalid` }] : [];
  });
  const released = new Set(releasing.map(({ id }) => id));
  return {
    leaving,
    releasing,
    changed: changed.map((member) =>
      released.has(member.id)
        ? { ...member, version: member.version + 1 }
        : member
    ),
    added,
    externals: linked,
    facts: factsOf({ byId, leaving, changed, added }),
  };
}

function factsOf(
  { byId, leaving, changed, added }:
    & { readonly byId: ReadonlyMap<MemberId, Member> }
    & Pick<Step, "leaving" | "changed" | "added">,
): readonly Fact[] {
  const after = new Map(byId);
  for (const member of [...leaving, ...changed, ...added]) {
    after.set(member.id, member);
  }
  const lostOwner = [...byId.values()].some(isOwning) &&
    ![...after.values()].some(isOwning);
  const note = (before: Member) =>
    lostOwner && isOwning(before) ? { last_owner: true as const } : {};
  return [
    ...leaving.map(({ id }): Fact => ({
      type: "MEMBER_REMOVED",
      payload: { member_id: id, ...note(byId.get(id)!) },
    })),
    ...[...changed, ...added].map((member): Fact => {
      const before = byId.get(member.id);
      return !before || before.removedAt !== null
        ? {
          type: "MEMBER_ADDED",
          payload: { member_id: member.id, role: member.role },
        }
        : {
          type: "MEMBER_UPDATED",
          payload: {
            member_id: member.id,
            before: { name: before.name, role: before.role },
            after: { name: member.name, role: member.role },
            ...note(before),
          },
        };
    }),
  ];
}

function isOwning({ role, removedAt }: Member): boolean {
  return role === "owner" && removedAt === null;
}

function isOther(before: Member, after: Member): boolean {
  return before.removedAt !== null || before.email !== after.email ||
    before.name !== after.name || before.role !== after.role;
}

/** An address that leads nowhere (RFC 2606), for a user whose own is not known or is another member's. */
function placeOf({ id }: ExternalMember): string {
  const colon = id.indexOf(":");
  return `${id.slice(colon + 1)}@${id.slice(0, colon)}.invalid`;
}

function folded(email: string): string {
  return email.toLowerCase();
}
