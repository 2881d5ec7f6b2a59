import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReceiptId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Receipt, receiptFailures } from "../receipt.ts";

type Found = Result<Receipt, Failure<"receipt.missing">>;

/** Reads one receipt. */
export async function readReceipt(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ReceiptId,
): Promise<Found | Result<never, AccessDenied>> {
  const allowed = permit(scope, "receipts.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, (tx) => findReceipt(tx, id));
}

/** The receipt; one on its way out is missing to everybody. */
export async function findReceipt(tx: Tx, id: ReceiptId): Promise<Found> {
  const [receipt] = await tx.receipts.find([id]);
  return receipt && receipt.removedAt === null
    ? ok(receipt)
    : fail(receiptFailures.missing({ receipt_id: id }));
}
