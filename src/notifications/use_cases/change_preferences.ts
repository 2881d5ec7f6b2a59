import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { memberFailures } from "../../tenancy/member.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { noticeModes, type NoticePreferences } from "../preference.ts";
import { type MemberModes, memberOf } from "./read_preferences.ts";

/** Puts what the member who asks chose in the place of what they chose before. */
export async function changePreferences(
  deps: Pick<Deps, "uow" | "mailer">,
  scope: Scope,
  chosen: NoticePreferences["modes"],
): Promise<Result<MemberModes, AccessDenied | Failure<"member.missing">>> {
  const allowed = permit(scope, "session.own");
  if (!allowed.ok) return allowed;
  const member = memberOf(scope);
  if (!member) return fail(memberFailures.missing());
  return deps.uow.run(allowed.value, async (tx) => {
    const [kept] = await tx.noticePreferences.find([member.id]);
    const version = kept ? kept.version + 1 : 1;
    if (kept) await tx.noticePreferences.save([{ ...kept, modes: chosen }]);
    else {
      await tx.noticePreferences.add([{
        id: member.id,
        version,
        modes: chosen,
      }]);
    }
    return ok({
      modes: noticeModes(member.role, chosen),
      chosen,
      version,
      mails: deps.mailer !== null,
    });
  });
}
