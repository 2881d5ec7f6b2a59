import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { receiptFailures } from "../receipt.ts";
import { type StoredFile, storeReceiptFile } from "./store_receipt_file.ts";

/** How long a server may take to hand a file out. */
const TIMEOUT_MS = 20_000;

/** Keeps the file at an address that a user gave, as if they had sent it. What it is, its bytes say. */
export async function fetchReceipt(
  deps: Pick<Deps, "files" | "ids" | "receiptBytesMax" | "outgoing">,
  scope: Scope,
  url: string,
): Promise<
  Result<
    StoredFile,
    | AccessDenied
    | Failure<
      | "receipt.empty"
      | "receipt.type_refused"
      | "receipt.url_answered"
      | "file.too_large"
      | "outgoing.refused"
      | "outgoing.unreachable"
      | "outgoing.timed_out"
      | "outgoing.too_large"
      | "outgoing.too_many_redirects"
    >
  >
> {
  const allowed = permit(scope, "receipts.write");
  if (!allowed.ok) return allowed;
  const answer = await deps.outgoing.send({
    url,
    bytesMax: deps.receiptBytesMax,
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return answer;
  const { status, headers, body } = answer.value;
  if (status < 200 || status > 299) {
    return fail(receiptFailures.url_answered({ status }));
  }
  return storeReceiptFile(deps, scope, {
    content: ReadableStream.from([body]),
    claimedType: headers["content-type"]?.slice(0, 200) || null,
  });
}
