import type { Deps } from "../../../ports/deps.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { NOTICE_KINDS } from "../notice_kinds.ts";

const ALL_OFF = Object.fromEntries(
  NOTICE_KINDS.map((kind) => [kind, "off" as const]),
);

/** Switches all e-mails of a member off, as they asked by the link in one of them. */
export async function unsubscribeMember(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  memberId: MemberId,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [member] = await tx.members.find([memberId]);
    if (!member) return ok(null);
    const [kept] = await tx.noticePreferences.find([memberId]);
    if (kept) await tx.noticePreferences.save([{ ...kept, modes: ALL_OFF }]);
    else {
      await tx.noticePreferences.add([{
        id: memberId,
        version: 1,
        modes: ALL_OFF,
      }]);
    }
    return ok(null);
  });
}
