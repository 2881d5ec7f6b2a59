import type { RecordId } from "../../src/kernel/ids.ts";
import { canonicalJson, type Json } from "../../src/kernel/json.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { isRepeat } from "../../src/records/erased.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import type { Admission, NewRecord, Records } from "../../ports/records.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import { recordMatches } from "./record_filter.ts";
import type { Shelf } from "./shelf.ts";
import { byText, insertSorted, placeOf } from "./sorted.ts";

/** A tenant's records, by id and by (connection, external id). */
export function records(shelf: Shelf, journal: Journal): Records {
  const rows = shelf.records;

  function admitOne({ record, raw }: NewRecord): Admission {
    const key = externalKey(record);
    const holder = shelf.recordByExternalId.get(key);
    if (holder !== undefined) {
      const same = isRepeat(rows.get(holder)!.record, record);
      return { kind: same ? "duplicate" : "conflict", recordId: holder };
    }
    if (rows.has(record.id)) throw new Error(`${record.id} is stored already`);
    const row = { record, raw, earlierTraces: [], conflicts: [] };
    journal.set(rows, record.id, row);
    journal.set(shelf.recordByExternalId, key, record.id);
    insertSorted(shelf.recordOrder, record.id, byText, journal);
    return { kind: "added", recordId: record.id };
  }

  return {
    admit: (added) => Promise.try(() => added.map(admitOne)),
    keepAside: (conflicts) =>
      Promise.try(() =>
        conflicts.flatMap((conflict) => {
          const key = `${conflict.recordId} ${conflict.fingerprint}`;
          if (shelf.conflicts.has(key)) return [];
          const row = rows.get(conflict.recordId);
          if (!row) throw new Error(`${conflict.recordId} is not stored`);
          journal.set(shelf.conflicts, key, conflict);
          journal.set(rows, conflict.recordId, {
            ...row,
            conflicts: [...row.conflicts, conflict],
          });
          return [conflict.id];
        })
      ),
    find: (ids) =>
      Promise.resolve(present(rows, ids).map(({ record }) => record)),
    save: (changed, now) =>
      Promise.try(() => {
        const written: RecordId[] = [];
        for (const record of changed) {
          const row = rows.get(record.id);
          if (row?.record.version !== record.version) continue;
          const { externalId, connectionId, trace } = row.record;
          const replaced = trace !== null && differs(trace, record.trace);
          journal.set(rows, record.id, {
            ...row,
            record: {
              ...record,
              externalId,
              connectionId,
              version: record.version + 1,
            },
            earlierTraces: replaced
              ? [...row.earlierTraces, { trace, replacedAt: now }]
              : row.earlierTraces,
          });
          written.push(record.id);
        }
        return written;
      }),
    list: (filter, { limit, cursor }) =>
      Promise.try(() => {
        const found: CompanyRecord[] = [];
        let place = cursor === null
          ? shelf.recordOrder.length
          : placeOf(shelf.recordOrder, cursor as RecordId, byText);
        while (place-- > 0 && found.length <= limit) {
          const { record } = rows.get(shelf.recordOrder[place]!)!;
          if (recordMatches(record, filter)) found.push(record);
        }
        return pageOf(found, limit, (record) => record.id);
      }),
    count: (filter) =>
      Promise.resolve(
        [...rows.values()].filter(({ record }) => recordMatches(record, filter))
          .length,
      ),
    past: (id) =>
      Promise.try(() => {
        const row = rows.get(id);
        if (!row) return undefined;
        const { raw, earlierTraces, conflicts } = row;
        return { raw, earlierTraces, conflicts };
      }),
  };
}

// Ids hold no space, so two pairs never share a key.
function externalKey({ connectionId, externalId }: CompanyRecord): string {
  return `${connectionId} ${externalId}`;
}

function differs(a: Json, b: Json): boolean {
  return a !== b && canonicalJson(a) !== canonicalJson(b);
}
