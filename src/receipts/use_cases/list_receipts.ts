import type { Deps } from "../../../ports/deps.ts";
import type { ReceiptFilter } from "../../../ports/receipts.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Receipt } from "../receipt.ts";

/** A page of receipts, latest first. */
export async function listReceipts(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: Omit<ReceiptFilter, "removed">,
  page: PageRequest,
): Promise<Result<Page<Receipt>, AccessDenied>> {
  const allowed = permit(scope, "receipts.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.receipts.list(filter, page)),
  );
}
