import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReceiptId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AccessDenied } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { LINK_MS, receiptFailures, receiptKey } from "../receipt.ts";
import { readReceipt } from "./read_receipt.ts";

/** Where the file is read for a while: by an address of the storage, or by a token of this service. */
export type ReceiptLink =
  & ({ readonly url: string } | { readonly token: string })
  & {
    readonly expiresAt: Instant;
  };

/** Makes a link that lets whoever has it read the file, and nothing else, for five minutes. */
export async function linkReceipt(
  deps: Pick<Deps, "uow" | "clock" | "files" | "fileLinks">,
  scope: Scope,
  id: ReceiptId,
): Promise<
  Result<
    ReceiptLink,
    AccessDenied | Failure<"receipt.missing" | "receipt.no_links">
  >
> {
  const found = await readReceipt(deps, scope, id);
  if (!found.ok) return found;
  const { tenantId } = scope;
  const { fileName, type } = found.value;
  const expiresAt = plusMs(deps.clock.now(), LINK_MS);
  const url = await deps.files.downloadLink(receiptKey(tenantId, id), {
    expiresAt,
    fileName,
    contentType: type,
  });
  if (url !== null) return ok({ url, expiresAt });
  if (deps.fileLinks === null) return fail(receiptFailures.no_links());
  const token = await deps.fileLinks.sign({
    tenantId,
    receiptId: id,
    expiresAt,
  });
  return ok({ token, expiresAt });
}
