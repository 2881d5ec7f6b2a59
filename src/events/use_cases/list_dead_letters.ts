import type { Deps } from "../../../ports/deps.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { DeadLetter, DeadLetterFilter } from "../dead_letter.ts";

/** A page of the jobs that were given up, the latest first. */
export async function listDeadLetters(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: DeadLetterFilter,
  page: PageRequest,
): Promise<Result<Page<DeadLetter>, AccessDenied>> {
  const allowed = permit(scope, "dead_letters.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.jobs.dead(filter, page)),
  );
}
