import type { Deps } from "../../../ports/deps.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Action,
  actionsOf,
  permit,
} from "../access.ts";
import type { Member } from "../member.ts";
import type { Actor, Scope } from "../scope.ts";

/** Who is signed in, and what they may do. */
export interface CurrentSession {
  readonly actor: Actor;
  readonly actions: readonly Action[];
  readonly tenantId: Scope["tenantId"];
  /** Null for who is no member, as a key. */
  readonly member: Member | null;
  /** When the session ends by itself; null without one. */
  readonly expiresAt: Instant | null;
}

export async function readSession(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<CurrentSession, AccessDenied>> {
  const allowed = permit(scope, "session.own");
  if (!allowed.ok) return allowed;
  const { actor, tenantId, session } = scope;
  const told = {
    actor,
    actions: actionsOf(scope),
    tenantId,
    expiresAt: session?.expiresAt ?? null,
  };
  if (actor.kind !== "member") return ok({ ...told, member: null });
  return deps.uow.run(allowed.value, async (tx) => {
    const [member = null] = await tx.members.find([actor.id]);
    return ok({ ...told, member });
  });
}
