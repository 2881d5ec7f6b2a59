import { pageOf } from "../../src/kernel/page.ts";
import type { Entity, PagedStore } from "../../ports/store.ts";
import type { Journal } from "./journal.ts";
import { byText } from "./sorted.ts";
import { StaleVersion } from "./stale_version.ts";

/** Told of each write before it happens; it may refuse by throwing. */
export type OnWrite<T> = (before: T | undefined, after: T) => void;

/** Tells one after the other; the first may refuse. */
export function inTurn<T>(...told: readonly OnWrite<T>[]): OnWrite<T> {
  return (before, after) => {
    for (const one of told) one(before, after);
  };
}

/** Entities in `rows`, changed through `journal`. */
export function entities<T extends Entity>(
  rows: Map<string, T>,
  journal: Journal,
  onWrite: OnWrite<T> = () => {},
): PagedStore<T> {
  return {
    add: (added) =>
      Promise.try(() => {
        for (const entity of added) {
          if (rows.has(entity.id)) {
            throw new Error(`${entity.id} is stored already`);
          }
          onWrite(undefined, entity);
          journal.set(rows, entity.id, entity);
        }
      }),
    find: (ids) => Promise.resolve(present(rows, ids)),
    all: () =>
      Promise.resolve(
        [...rows.values()].sort((a, b) => byText(a.id, b.id)),
      ),
    list: ({ limit, cursor }) =>
      Promise.try(() => {
        const earlier = [...rows.values()]
          .filter(({ id }) => cursor === null || id < cursor)
          .sort((a, b) => byText(b.id, a.id));
        return pageOf(earlier, limit, ({ id }) => id);
      }),
    save: (changed) =>
      Promise.try(() => {
        for (const entity of changed) {
          const before = rows.get(entity.id);
          if (before?.version !== entity.version) {
            throw new StaleVersion(`${entity.id} was changed in the meantime`);
          }
          const after = { ...entity, version: entity.version + 1 };
          onWrite(before, after);
          journal.set(rows, entity.id, after);
        }
      }),
  };
}

/** The values of those keys that are there, each once. */
export function present<K, V>(
  rows: ReadonlyMap<K, V>,
  keys: readonly K[],
): readonly V[] {
  return [...new Set(keys)].flatMap((key) => rows.get(key) ?? []);
}
