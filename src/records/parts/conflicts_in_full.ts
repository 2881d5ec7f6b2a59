import type { Tx } from "../../../ports/unit_of_work.ts";
import type { ConflictInFull } from "../conflict.ts";
import type { Conflict } from "../record.ts";
import { asReceived, differencesOf } from "../revision/judge_revision.ts";

/** Conflicts with their records, in the order given. */
export async function conflictsInFull(
  tx: Pick<Tx, "records">,
  conflicts: readonly Conflict[],
): Promise<readonly ConflictInFull[]> {
  const records = new Map(
    (await tx.records.find(conflicts.map(({ recordId }) => recordId)))
      .map((record) => [record.id, record]),
  );
  return conflicts.map((conflict) => {
    const record = records.get(conflict.recordId)!;
    const reasons = conflict.reasons.length > 0
      ? conflict.reasons
      : differencesOf(asReceived(record), conflict.content);
    return { conflict: { ...conflict, reasons }, record };
  });
}
