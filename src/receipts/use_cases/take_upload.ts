import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fileKey } from "../../kernel/file_key.ts";
import type { UploadId } from "../../kernel/ids.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { receiptFailures } from "../receipt.ts";
import { type StoredFile, storeReceiptFile } from "./store_receipt_file.ts";

/**
 * Keeps what was uploaded past this service, as if it had been sent to it: under a key that no upload reaches, so that
 * whoever still has the address cannot change what was verified. What was uploaded goes once it is a receipt.
 */
export async function takeUpload(
  deps: Pick<Deps, "files" | "ids" | "receiptBytesMax">,
  scope: Scope,
  id: UploadId,
): Promise<
  Result<
    StoredFile,
    | AccessDenied
    | Failure<
      | "receipt.upload_missing"
      | "receipt.empty"
      | "receipt.type_refused"
      | "file.too_large"
    >
  >
> {
  const allowed = permit(scope, "receipts.write");
  if (!allowed.ok) return allowed;
  const content = await deps.files.read(
    fileKey(scope.tenantId, "uploads", id),
  );
  return content === null
    ? fail(receiptFailures.upload_missing({ upload_id: id }))
    : storeReceiptFile(deps, scope, { content, claimedType: null });
}

/** Removes what was uploaded, once it is a receipt. */
export async function dropUpload(
  deps: Pick<Deps, "files">,
  scope: Scope,
  id: UploadId,
): Promise<void> {
  await deps.files.remove([fileKey(scope.tenantId, "uploads", id)]);
}
