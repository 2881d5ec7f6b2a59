import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReceiptId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { peekStream } from "../peek_stream.ts";
import { type Receipt, receiptFailures, receiptKey } from "../receipt.ts";
import { sniff, SNIFFED_BYTES } from "../sniff.ts";

/** Bytes that are kept, and what they are; no row tells of them yet. */
export type StoredFile = Pick<
  Receipt,
  "id" | "type" | "claimedType" | "bytes" | "sha256"
>;

/**
 * Keeps the bytes of a receipt to be, in whole or not at all, where they begin as a receipt may. What nobody adds after
 * that is an orphan, which the sweep removes. A stream that breaks off throws what it broke off with.
 */
export async function storeReceiptFile(
  deps: Pick<Deps, "files" | "ids" | "receiptBytesMax">,
  scope: Scope,
  { content, claimedType, id = deps.ids.next("rcp") }: {
    readonly content: ReadableStream<Uint8Array>;
    readonly claimedType: string | null;
    readonly id?: ReceiptId;
  },
): Promise<
  Result<
    StoredFile,
    | AccessDenied
    | Failure<"receipt.empty" | "receipt.type_refused" | "file.too_large">
  >
> {
  const allowed = permit(scope, "receipts.write");
  if (!allowed.ok) return allowed;
  const { head, whole } = await peekStream(content, SNIFFED_BYTES);
  const type = sniff(head);
  if (type === null) {
    await whole.cancel();
    return fail(
      head.length === 0
        ? receiptFailures.empty()
        : receiptFailures.type_refused(),
    );
  }
  const kept = await deps.files.put(receiptKey(scope.tenantId, id), whole, {
    bytesMax: deps.receiptBytesMax,
    contentType: type,
  });
  return kept.ok ? ok({ id, type, claimedType, ...kept.value }) : kept;
}
