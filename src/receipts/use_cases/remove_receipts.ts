import type { Deps } from "../../../ports/deps.ts";
import type { ReceiptId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { receiptKey } from "../receipt.ts";

/**
 * The job that removes the files of receipts on their way out, and then their rows. Wherever it stops, another delivery
 * finds the rows and goes on.
 */
export async function removeReceipts(
  deps: Pick<Deps, "uow" | "files">,
  scope: Scope,
  { id, receiptIds }: {
    readonly id: string;
    readonly receiptIds: readonly ReceiptId[];
  },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { value: leaving } = await deps.uow.run(allowed.value, async (tx) => {
    const found = await tx.receipts.find(receiptIds);
    return ok(found.filter((one) => one.removedAt !== null));
  });
  const ids = leaving.map((one) => one.id);
  await deps.files.remove(ids.map((one) => receiptKey(scope.tenantId, one)));
  return await deps.uow.run(allowed.value, async (tx) => {
    await tx.receipts.remove(ids);
    await tx.jobs.settle(id);
    return ok(null);
  });
}
