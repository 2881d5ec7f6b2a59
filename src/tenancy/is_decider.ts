import { rolesFor } from "./access.ts";
import type { Member } from "./member.ts";

/** Whether a member may decide what waits. */
export function isDecider(
  { role, removedAt }: Pick<Member, "role" | "removedAt">,
): boolean {
  return removedAt === null && rolesFor("approvals.decide").includes(role);
}
