import type { Tx } from "../../../ports/unit_of_work.ts";
import { isId, type TenantId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isLive } from "../api_key.ts";
import type { Invitation } from "../invitation.ts";
import { openScope } from "../open_scope.ts";
import type { Scope } from "../scope.ts";

/** What the one who invited may do at `now`; null for a member who left, and for a key that opens nothing any more. */
export async function findInviter(
  tx: Pick<Tx, "members" | "apiKeys">,
  tenantId: TenantId,
  { invitedBy }: Invitation,
  now: Instant,
): Promise<Scope | null> {
  if (isId("usr", invitedBy)) {
    const [member] = await tx.members.find([invitedBy]);
    if (!member || member.removedAt !== null) return null;
    const { id, role } = member;
    return openScope(tenantId, { kind: "member", id, role });
  }
  if (!isId("key", invitedBy)) return null;
  const [key] = await tx.apiKeys.find([invitedBy]);
  if (!key || !isLive(key, now)) return null;
  const { id, role, scopes } = key;
  return openScope(tenantId, { kind: "api_key", id, role, scopes });
}
