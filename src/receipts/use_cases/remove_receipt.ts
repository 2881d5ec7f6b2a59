import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReceiptId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { takenOut } from "../taken_out.ts";
import { findReceipt } from "./read_receipt.ts";

/** Takes a receipt out of everybody's sight at once; a job removes its file, and then its row. */
export async function removeReceipt(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ReceiptId,
): Promise<Result<null, AccessDenied | Failure<"receipt.missing">>> {
  const allowed = permit(scope, "receipts.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await findReceipt(tx, id);
    if (!found.ok) return found;
    const { receipts, facts } = takenOut([found.value], now);
    await tx.receipts.save(receipts);
    tx.events.append(facts);
    return ok(null);
  });
}
