import type { Deps } from "../../../ports/deps.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Notice } from "../notice.ts";

/** The tenant's notices, latest first. */
export async function listNotices(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  page: PageRequest,
): Promise<Result<Page<Notice>, AccessDenied>> {
  const allowed = permit(scope, "notifications.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.notices.list(page)),
  );
}
