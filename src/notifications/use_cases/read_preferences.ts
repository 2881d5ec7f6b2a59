import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit, type Role } from "../../tenancy/access.ts";
import { memberFailures } from "../../tenancy/member.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { noticeModes, type NoticePreferences } from "../preference.ts";

/** A member's modes of all kinds, and which of them are chosen. */
export interface MemberModes {
  readonly modes: ReturnType<typeof noticeModes>;
  readonly chosen: NoticePreferences["modes"];
  readonly version: number;
  /** False: the operator has set no mail server, and nothing goes out. */
  readonly mails: boolean;
}

/** What the member who asks is told by e-mail. */
export async function readPreferences(
  deps: Pick<Deps, "uow" | "mailer">,
  scope: Scope,
): Promise<Result<MemberModes, AccessDenied | Failure<"member.missing">>> {
  const allowed = permit(scope, "session.own");
  if (!allowed.ok) return allowed;
  const member = memberOf(scope);
  if (!member) return fail(memberFailures.missing());
  return deps.uow.run(allowed.value, async (tx) => {
    const [kept] = await tx.noticePreferences.find([member.id]);
    const chosen = kept?.modes ?? {};
    return ok({
      modes: noticeModes(member.role, chosen),
      chosen,
      version: kept?.version ?? 0,
      mails: deps.mailer !== null,
    });
  });
}

/** The member who asks; null where it is a key. */
export function memberOf(
  { actor }: Scope,
): { readonly id: MemberId; readonly role: Role } | null {
  return actor.kind === "member" ? actor : null;
}
