import type { Tx } from "../../../ports/unit_of_work.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { SourcedDraft } from "../revision/sourced_draft.ts";
import { type Known, nameOf } from "../revision/standing.ts";

/** Reads the records that a set of versions may be about, which nobody else changes until the unit ends. */
export async function knownVersions(
  tx: Pick<
    Tx,
    "records" | "recordVersions" | "pendingRecords" | "approvals"
  >,
  drafts: readonly SourcedDraft[],
): Promise<Known> {
  await tx.recordVersions.takeTurns(
    drafts.map(({ connectionId }) => connectionId),
  );
  const names = drafts.flatMap(({ connectionId, externalId, supersedes }) => [
    { connectionId, externalId },
    ...supersedes === null ? [] : [{ connectionId, externalId: supersedes }],
  ]);
  const holders = new Map(
    (await tx.recordVersions.holders(names)).map((holder) => [
      nameOf(holder.connectionId, holder.externalId),
      holder,
    ]),
  );
  const candidates = await tx.pendingRecords.alike(
    drafts.flatMap(
      ({ connectionId, externalId, supersedes, pending, amount }) =>
        amount === null || pending || supersedes !== null ||
          holders.has(nameOf(connectionId, externalId))
          ? []
          : [{ connectionId, amount }],
    ),
  );
  const ids = [
    ...new Set<RecordId>([
      ...[...holders.values()].map(({ recordId }) => recordId),
      ...candidates,
    ]),
  ];
  // In the order of whoever decides a record: its approval, which a pending one may lose, and then the record.
  await tx.approvals.waitingFor(await tx.pendingRecords.among(ids));
  const versions = new Map(
    (await tx.recordVersions.hold(ids)).map((one) => [one.recordId, one]),
  );
  const records = await tx.records.find(ids);
  return {
    standing: new Map(records.map((record) => {
      const { pending, earlier, aside } = versions.get(record.id)!;
      return [record.id, {
        stored: record,
        record,
        pending,
        wasPending: pending,
        anew: false,
        earlier: new Set(earlier),
        aside: [...aside],
      }];
    })),
    holders,
    candidates,
  };
}
