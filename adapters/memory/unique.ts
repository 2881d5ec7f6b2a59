import type { Entity } from "../../ports/store.ts";
import type { OnWrite } from "./entities.ts";
import type { Journal } from "./journal.ts";

/**
 * Refuses a write that would give two entities the same `keyOf`; null is no key and never clashes.
 * `taken` maps a key to the id that holds it.
 */
export function unique<T extends Entity>(
  constraint: string,
  taken: Map<string, string>,
  keyOf: (entity: T) => string | null,
  journal: Journal,
): OnWrite<T> {
  return (before, after) => {
    const [old, key] = [before ? keyOf(before) : null, keyOf(after)];
    if (old === key) return;
    if (key !== null && taken.has(key)) {
      throw new Error(`${constraint}: ${key} is taken by ${taken.get(key)}`);
    }
    if (old !== null) journal.remove(taken, old);
    if (key !== null) journal.set(taken, key, after.id);
  };
}
