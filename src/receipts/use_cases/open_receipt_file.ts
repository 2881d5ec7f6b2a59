import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReceiptId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AccessDenied } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Receipt, receiptFailures, receiptKey } from "../receipt.ts";
import { readReceipt } from "./read_receipt.ts";

/** Opens the file of a receipt that is still there. */
export async function openReceiptFile(
  deps: Pick<Deps, "uow" | "files">,
  scope: Scope,
  id: ReceiptId,
): Promise<
  Result<
    {
      readonly receipt: Receipt;
      readonly content: ReadableStream<Uint8Array<ArrayBuffer>>;
    },
    AccessDenied | Failure<"receipt.missing">
  >
> {
  const found = await readReceipt(deps, scope, id);
  if (!found.ok) return found;
  const content = await deps.files.read(receiptKey(scope.tenantId, id));
  return content === null
    ? fail(receiptFailures.missing({ receipt_id: id }))
    : ok({ receipt: found.value, content });
}
