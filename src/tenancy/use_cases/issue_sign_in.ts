import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { TenantId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import { type Member, memberFailures } from "../member.ts";
import { openScope } from "../open_scope.ts";
import { newToken, sessionFailures } from "../session.ts";

/** A code with which one member can sign in once. */
export interface IssuedSignIn {
  readonly member: Member;
  readonly code: string;
  readonly expiresAt: Instant;
}

/**
 * Makes a sign-in code for the member with that e-mail address, case aside; for who runs the service, not for its API.
 * Who has it is that member: hand it to nobody else.
 */
export async function issueSignIn(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "sessionTokens">,
  tenantId: TenantId,
  email: string,
): Promise<
  Result<IssuedSignIn, AccessDenied | Failure<"session.off" | "member.missing">>
> {
  const scope = openScope(tenantId, { kind: "system", id: "setup" });
  const allowed = permit(scope, "members.write");
  if (!allowed.ok) return allowed;
  if (!deps.sessionTokens) return fail(sessionFailures.off());
  const found = await deps.uow.run(allowed.value, async (tx) => {
    const member = (await tx.members.all()).find((one) =>
      one.removedAt === null && one.email.toLowerCase() === email.toLowerCase()
    );
    return member ? ok(member) : fail(memberFailures.missing());
  });
  if (!found.ok) return found;
  const member = found.value;
  const signed = newToken(
    "sign_in",
    deps.ids.next("ses"),
    tenantId,
    member,
    deps.clock.now(),
  );
  const code = await deps.sessionTokens.sign(signed);
  return ok({ member, code, expiresAt: signed.expiresAt });
}
