import type { RecordSet } from "./record_sets.ts";

/** An answer to a set of records: taken in at once, or kept as a delivery. */
export type Answer =
  | {
    readonly accepted: number;
    readonly duplicates: number;
    readonly conflicts: readonly unknown[];
    readonly record_ids: readonly string[];
  }
  | { readonly delivery_id: string };

/** What the suite itself knows of one tenant: what was accepted, as which records. */
export interface Ledger {
  readonly tenant: string;
  /** The external ids of every record that was answered by 202. */
  readonly accepted: ReadonlySet<string>;
  /** Sets that were accepted, to be sent again. */
  readonly sets: readonly RecordSet[];
  readonly deliveries: ReadonlySet<string>;
  /** What an answer said that it may not say. */
  readonly wrong: readonly string[];
  note(set: RecordSet, answer: Answer): void;
  complain(what: string): void;
}

export function openLedger(tenant: string): Ledger {
  const accepted = new Set<string>();
  const recordOf = new Map<string, string>();
  const keys = new Set<string>();
  const sets: RecordSet[] = [];
  const deliveries = new Set<string>();
  const wrong: string[] = [];

  /** Whoever sends a record again must be told of the same one. */
  function compare(set: RecordSet, ids: readonly string[]): void {
    set.records.forEach(({ external_id }, i) => {
      const id = ids[i];
      const known = recordOf.get(external_id) ?? id;
      if (id === undefined || id !== known) {
        wrong.push(`${external_id} was ${known} and is said to be ${id}`);
      } else recordOf.set(external_id, id);
    });
  }

  return {
    tenant,
    accepted,
    sets,
    deliveries,
    wrong,
    note(set, answer) {
      for (const { external_id } of set.records) accepted.add(external_id);
      if (!keys.has(set.key)) sets.push(set);
      keys.add(set.key);
      if ("delivery_id" in answer) {
        deliveries.add(answer.delivery_id);
        return;
      }
      compare(set, answer.record_ids);
      if (answer.conflicts.length > 0) {
        wrong.push(`${set.key}: the same content is said to be in conflict`);
      }
      if (answer.accepted + answer.duplicates !== set.records.length) {
        wrong.push(
          `${set.key}: ${answer.accepted} new and ${answer.duplicates} known of ${set.records.length}`,
        );
      }
    },
    complain: (what) => void wrong.push(what),
  };
}
