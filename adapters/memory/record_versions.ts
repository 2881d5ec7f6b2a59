import type {
  ExternalKey,
  RecordVersions,
} from "../../ports/record_versions.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

// Ids hold no space, so two names never share a key.
const keyOf = ({ connectionId, externalId }: ExternalKey) =>
  `${connectionId} ${externalId}`;

/** The versions of a tenant's records. Its units go one after another anyhow. */
export function recordVersions(shelf: Shelf, journal: Journal): RecordVersions {
  const { records: rows, aliases } = shelf;
  return {
    takeTurns: () => Promise.resolve(),
    holders: (names) =>
      Promise.try(() => {
        const distinct = new Map(names.map((name) => [keyOf(name), name]));
        return [...distinct].flatMap(([key, { connectionId, externalId }]) => {
          const name = { connectionId, externalId };
          const recordId = shelf.recordByExternalId.get(key);
          if (recordId) return [{ ...name, recordId, guessed: false }];
          const alias = aliases.get(key);
          return alias
            ? [{ ...name, recordId: alias.recordId, guessed: alias.guessed }]
            : [];
        });
      }),
    hold: (ids) =>
      Promise.try(() =>
        present(rows, ids).map(({ record: { id }, conflicts }) => ({
          recordId: id,
          pending: shelf.pending.has(id),
          earlier: [...aliases.values()].flatMap((alias) =>
            alias.recordId === id ? alias.fingerprints : []
          ),
          aside: conflicts.map((
            { fingerprint, externalId, pending, content },
          ) => ({ fingerprint, externalId, pending, content })),
        }))
      ),
    renew: (versions) =>
      Promise.try(() => {
        for (const { recordId, externalId, fingerprint, raw } of versions) {
          const row = rows.get(recordId);
          if (!row) continue;
          const before = keyOf(row.record);
          const record = { ...row.record, externalId, fingerprint };
          const holder = shelf.recordByExternalId.get(keyOf(record));
          if (holder !== undefined && holder !== recordId) {
            throw new Error(`${externalId} is ${holder}'s`);
          }
          journal.remove(shelf.recordByExternalId, before);
          journal.set(shelf.recordByExternalId, keyOf(record), recordId);
          journal.set(rows, recordId, { ...row, record, raw });
        }
      }),
    remember: (added) =>
      Promise.try(() => {
        for (const alias of added) {
          const known = aliases.get(keyOf(alias))?.fingerprints ?? [];
          const fingerprints = [...new Set([...known, ...alias.fingerprints])];
          journal.set(aliases, keyOf(alias), { ...alias, fingerprints });
        }
      }),
    forget: (names) =>
      Promise.try(() => {
        for (const name of names) journal.remove(aliases, keyOf(name));
      }),
  };
}
