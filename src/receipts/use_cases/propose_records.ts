import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReceiptId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { CANDIDATES_MAX, candidateSearch } from "../candidate_search.ts";
import { matchReceipt, type ReceiptProposal } from "../match_receipt.ts";
import { findReceipt } from "./read_receipt.ts";

/** The records that a receipt may be for and is not attached to yet, with reasons. Nothing is attached. */
export async function proposeRecords(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ReceiptId,
): Promise<
  Result<
    readonly ReceiptProposal[],
    AccessDenied | Failure<"receipt.missing">
  >
> {
  const allowed = permit(scope, "receipts.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await findReceipt(tx, id);
    if (!found.ok) return found;
    const search = candidateSearch(found.value);
    if (search === null) return ok([]);
    const candidates = await tx.receipts.candidates(search, CANDIDATES_MAX);
    const attached = new Set(found.value.recordIds);
    return ok(matchReceipt(
      found.value,
      candidates.filter(({ recordId }) => !attached.has(recordId)),
    ));
  });
}
