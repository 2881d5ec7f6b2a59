import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { DeadLetterId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type DeadLetter, deadLetterFailures } from "../dead_letter.ts";

/** One job that was given up. */
export async function readDeadLetter(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: DeadLetterId,
): Promise<Result<DeadLetter, AccessDenied | Failure<"dead_letter.missing">>> {
  const allowed = permit(scope, "dead_letters.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const { data: [letter] } = await tx.jobs.dead(
      { ids: [id] },
      { limit: 1, cursor: null },
    );
    return letter
      ? ok(letter)
      : fail(deadLetterFailures.missing({ dead_letter_id: id }));
  });
}
