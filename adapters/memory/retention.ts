import type { Instant } from "../../src/kernel/instant.ts";
import type { RetentionKind } from "../../src/privacy/retention.ts";
import type { Retention } from "../../ports/retention.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** What a tenant's shelf keeps for a time only. */
export function retention(shelf: Shelf, journal: Journal): Retention {
  /** Takes out up to `limit` values whose time is before `before`, the oldest first. */
  function removeOld<K, V>(
    map: Map<K, V>,
    timeOf: (value: V) => Instant | null,
    before: Instant,
    limit: number,
  ): number {
    const old = [...map].flatMap(([key, value]) => {
      const at = timeOf(value);
      return at !== null && at < before ? [{ key, at }] : [];
    }).sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0).slice(0, limit);
    for (const { key } of old) journal.remove(map, key);
    return old.length;
  }

  function removePayloads(before: Instant, limit: number): number {
    const old = [...shelf.records.values()].filter((
      { record, raw, conflicts },
    ) =>
      (raw !== null || conflicts.some((one) => one.raw !== null)) &&
      record.receivedAt < before &&
      record.status !== "ingested" && record.status !== "failed" &&
      !shelf.approvalWaiting.has(record.id)
    ).slice(0, limit);
    for (const row of old) {
      const conflicts = row.conflicts.map((one) => ({ ...one, raw: null }));
      for (const one of conflicts) {
        journal.set(
          shelf.conflicts,
          `${one.recordId} ${one.fingerprint}`,
          one,
        );
      }
      journal.set(shelf.records, row.record.id, {
        ...row,
        raw: null,
        conflicts,
      });
    }
    const bodies = [...shelf.payloads.values()].filter((one) =>
      one.body !== null && one.state !== "waiting" && one.receivedAt < before
    ).slice(0, limit);
    for (const one of bodies) {
      const version = one.version + 1;
      journal.set(shelf.payloads, one.id, { ...one, version, body: null });
    }
    return Math.max(old.length, bodies.length);
  }

  const removers: Readonly<
    Record<RetentionKind, (before: Instant, limit: number) => number>
  > = {
    raw_payloads: removePayloads,
    deliveries: (before, limit) =>
      removeOld(
        shelf.deliveries,
        ({ intake, receivedAt }) => intake === null ? null : receivedAt,
        before,
        limit,
      ),
    idempotency: (before, limit) =>
      removeOld(shelf.inbox, ({ claimedAt }) => claimedAt, before, limit),
    model_answers: (before, limit) =>
      removeOld(shelf.modelAnswers, ({ at }) => at, before, limit),
    dead_letters: (before, limit) =>
      removeOld(
        shelf.deadLetters,
        ({ replayedAt }) => replayedAt,
        before,
        limit,
      ),
    invitations: (before, limit) =>
      removeOld(
        shelf.invitations,
        ({ expiresAt }) => expiresAt,
        before,
        limit,
      ),
    reports: (before, limit) =>
      removeOld(shelf.reports, ({ endedAt }) => endedAt, before, limit),
  };
  return {
    remove: (kind, before, limit) =>
      Promise.try(() => removers[kind](before, limit)),
  };
}
