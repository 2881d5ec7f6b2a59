import type { Deps } from "../../../ports/deps.ts";
import type { PayloadFilter } from "../../../ports/payloads.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Payload } from "../payload.ts";

/** What sources sent or listed, the latest first. */
export async function listPayloads(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: PayloadFilter,
  page: PageRequest,
): Promise<Result<Page<Payload>, AccessDenied>> {
  const allowed = permit(scope, "connections.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.payloads.list(filter, page)),
  );
}
