import type { Directory } from "../../ports/directory.ts";
import type { EndedSessions } from "../../ports/ended_sessions.ts";
import type { InvitationId, TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Invitation } from "../../src/tenancy/invitation.ts";
import type { Member } from "../../src/tenancy/member.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** What signing in looks up across tenants, as of the latest commits. */
export interface SignIns {
  readonly find: Pick<Directory, "sessionState" | "invitationByHash">;
  /** To be told of what a unit writes. */
  watch(tenantId: TenantId, journal: Journal): SignInsWatch;
}

export interface SignInsWatch {
  onMember(member: Member): void;
  onInvitation(invitation: Invitation): void;
  onEnded(id: string): void;
  onForgotten(id: string): void;
}

export function openSignIns(): SignIns {
  const members = new Map<string, Member>();
  const invitations = new Map<
    string,
    { readonly tenantId: TenantId; readonly id: InvitationId }
  >();
  const ended = new Set<string>();
  return {
    find: {
      sessionState({ id, tenantId, memberId }) {
        const member = members.get(`${tenantId} ${memberId}`);
        return Promise.resolve(
          member && {
            role: member.role,
            epoch: member.sessionEpoch,
            hasLeft: member.removedAt !== null,
            isEnded: ended.has(`${tenantId} ${id}`),
          },
        );
      },
      invitationByHash: (hash) => Promise.resolve(invitations.get(hash)),
    },
    watch: (tenantId, journal) => ({
      onMember: (member) =>
        journal.onCommit(() =>
          void members.set(`${tenantId} ${member.id}`, member)
        ),
      onInvitation: ({ id, codeHash }) =>
        journal.onCommit(() =>
          void invitations.set(codeHash, { tenantId, id })
        ),
      onEnded: (id) =>
        journal.onCommit(() => void ended.add(`${tenantId} ${id}`)),
      onForgotten: (id) =>
        journal.onCommit(() => void ended.delete(`${tenantId} ${id}`)),
    }),
  };
}

export function endedSessions(
  { endedSessions: rows }: Shelf,
  journal: Journal,
  { onEnded, onForgotten }: SignInsWatch,
): EndedSessions {
  return {
    end: ({ id, expiresAt }, now: Instant) =>
      Promise.try(() => {
        for (const [old, until] of rows) {
          if (until > now) continue;
          journal.remove(rows, old);
          onForgotten(old);
        }
        journal.set(rows, id, expiresAt);
        onEnded(id);
      }),
  };
}
