import type { Deps } from "../../../ports/deps.ts";
import {
  type FileFolder,
  type FileKey,
  idInFileKey,
} from "../../kernel/file_key.ts";
import { bornMs, type Id, type ReceiptId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { removeReceipts } from "./remove_receipts.ts";

/** Files that are looked at together. */
const FILES_AT_A_TIME = 500;
/** Nobody is still adding a file that began to arrive so long ago. */
const ORPHAN_MS = 86_400_000;

/**
 * Removes what was left over: files of receipts that no row tells of, uploads that nobody completed, both a day old, and
 * receipts whose removal stopped half way. Returns how many files these were.
 */
export async function sweepReceipts(
  deps: Pick<Deps, "uow" | "files" | "clock">,
  scope: Scope,
): Promise<Result<number, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const bornBefore = Date.parse(deps.clock.now()) - ORPHAN_MS;
  let removed = 0;
  for (;;) {
    const { value: stuck } = await deps.uow.run(allowed.value, async (tx) => {
      const page = { limit: FILES_AT_A_TIME, cursor: null };
      return ok(await tx.receipts.list({ removed: true }, page));
    });
    const receiptIds = stuck.data.map(({ id }) => id);
    if (receiptIds.length === 0) break;
    await removeReceipts(deps, scope, { id: "", receiptIds });
    removed += receiptIds.length;
  }
  removed += await sweep("receipts", async (ids) => {
    const { value: rows } = await deps.uow.run(
      allowed.value,
      async (tx) => ok(await tx.receipts.find(ids as readonly ReceiptId[])),
    );
    return rows.map(({ id }) => id);
  });
  removed += await sweep("uploads", () => Promise.resolve([]));
  return ok(removed);

  /** Removes the old files of a folder but those of the ids that `known` gives. */
  async function sweep(
    folder: FileFolder,
    known: (ids: readonly Id<string>[]) => Promise<readonly Id<string>[]>,
  ): Promise<number> {
    let count = 0;
    for (let after: FileKey | null = null;;) {
      const keys: readonly FileKey[] = await deps.files.list(
        `${scope.tenantId}/${folder}/`,
        FILES_AT_A_TIME,
        after,
      );
      const old = keys.filter((key) =>
        (bornMs(idInFileKey(key)) ?? 0) < bornBefore
      );
      const kept = new Set(
        old.length === 0 ? [] : await known(old.map(idInFileKey)),
      );
      const orphans = old.filter((key) => !kept.has(idInFileKey(key)));
      await deps.files.remove(orphans);
      count += orphans.length;
      after = keys.at(-1) ?? null;
      if (keys.length < FILES_AT_A_TIME) return count;
    }
  }
}
