import {
  conflictWithoutTexts,
  recordWithoutTexts,
  traceWithoutTexts,
} from "../../src/privacy/without_texts.ts";
import type { Intake } from "../../src/records/delivery.ts";
import { ERASED } from "../../src/records/erased.ts";
import type { Journal } from "./journal.ts";
import type { RecordRow, Shelf } from "./shelf.ts";

/** Replaces the texts of a record, of its earlier traces and of what was kept aside. */
export function eraseRecord(
  shelf: Shelf,
  row: RecordRow,
  externalIds: boolean,
  journal: Journal,
): void {
  const { record } = row;
  const externalId = externalIds ? `${ERASED}-${record.id}` : null;
  const conflicts = row.conflicts.map((one) => ({
    ...conflictWithoutTexts(one),
    ...externalId !== null && { externalId },
  }));
  for (const [name, alias] of [...shelf.aliases]) {
    if (alias.recordId !== record.id) continue;
    if (externalId !== null) journal.remove(shelf.aliases, name);
    else journal.set(shelf.aliases, name, { ...alias, fingerprints: [] });
  }
  row.conflicts.forEach((conflict, i) => {
    journal.remove(
      shelf.conflicts,
      `${conflict.recordId} ${conflict.fingerprint}`,
    );
    const next = conflicts[i]!;
    journal.set(
      shelf.conflicts,
      `${next.recordId} ${next.fingerprint}`,
      next,
    );
  });
  if (externalId !== null) {
    const { connectionId } = record;
    journal.remove(
      shelf.recordByExternalId,
      `${connectionId} ${record.externalId}`,
    );
    journal.set(
      shelf.recordByExternalId,
      `${connectionId} ${externalId}`,
      record.id,
    );
  }
  journal.set(shelf.records, record.id, {
    record: {
      ...recordWithoutTexts(record),
      ...externalId !== null && { externalId },
    },
    raw: null,
    earlierTraces: row.earlierTraces.map(({ trace, replacedAt }) => ({
      trace: traceWithoutTexts(trace),
      replacedAt,
    })),
    conflicts,
  });
}

/** External ids of conflicts with these records go; another intake stays as it is. */
export function intakeWithoutIds(
  intake: Intake | null,
  ids: ReadonlySet<string>,
): Intake | null {
  if (!intake?.conflicts.some((one) => ids.has(one.record_id))) return intake;
  return {
    ...intake,
    conflicts: intake.conflicts.map((one) =>
      ids.has(one.record_id)
        ? { ...one, external_id: `${ERASED}-${one.record_id}` }
        : one
    ),
  };
}
