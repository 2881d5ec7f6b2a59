import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fileKey } from "../../kernel/file_key.ts";
import { fileFailures } from "../../kernel/file_failures.ts";
import type { UploadId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { receiptFailures, UPLOAD_LINK_MS } from "../receipt.ts";
import type { ReceiptType } from "../sniff.ts";

/** Where a browser sends the bytes itself, and what it must send with them. */
export interface BegunUpload {
  readonly id: UploadId;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

/** An address that takes just these bytes for a while, past this service. Nothing is a receipt until it is completed. */
export async function beginUpload(
  deps: Pick<Deps, "files" | "ids" | "clock" | "receiptBytesMax">,
  scope: Scope,
  sent: {
    readonly bytes: number;
    readonly sha256: string;
    readonly contentType: ReceiptType;
  },
): Promise<
  Result<
    BegunUpload,
    AccessDenied | Failure<"file.too_large" | "receipt.no_upload_links">
  >
> {
  const allowed = permit(scope, "receipts.write");
  if (!allowed.ok) return allowed;
  const { receiptBytesMax: bytesMax } = deps;
  if (sent.bytes > bytesMax) {
    return fail(fileFailures.too_large({ bytes_max: bytesMax }));
  }
  const id = deps.ids.next("upl");
  const expiresAt = plusMs(deps.clock.now(), UPLOAD_LINK_MS);
  const link = await deps.files.uploadLink(
    fileKey(scope.tenantId, "uploads", id),
    { ...sent, expiresAt },
  );
  return link === null
    ? fail(receiptFailures.no_upload_links())
    : ok({ id, ...link, expiresAt });
}
