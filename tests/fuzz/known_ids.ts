import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";

const ID = /\b([a-z]{3,4})_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;

/** The ids of a tenant that were seen so far, by prefix. */
export interface KnownIds {
  /** Takes in every id that stands in `text`. */
  learn(text: string): void;
  /** One with this prefix; undefined where none was seen. */
  pick(prefix: string, random: SeededRandom): string | undefined;
  /** Of any kind. */
  any(random: SeededRandom): string | undefined;
  all(): readonly string[];
}

/** More of one kind than this are forgotten, the oldest first. */
const KEPT = 200;

/** `spared`: ids that are never given out, so that a run does not lock itself out. */
export function knownIds(spared: ReadonlySet<string> = new Set()): KnownIds {
  const byPrefix = new Map<string, Set<string>>();
  return {
    learn(text) {
      for (const [id, prefix] of text.matchAll(ID)) {
        if (spared.has(id)) continue;
        const ids = byPrefix.get(prefix!) ?? new Set();
        byPrefix.set(prefix!, ids.add(id));
        if (ids.size > KEPT) ids.delete(ids.values().next().value!);
      }
    },
    pick(prefix, random) {
      const ids = byPrefix.get(prefix);
      return ids?.size ? random.pick([...ids]) : undefined;
    },
    any(random) {
      const kinds = [...byPrefix.values()].filter(({ size }) => size > 0);
      return kinds.length > 0
        ? random.pick([...random.pick(kinds)])
        : undefined;
    },
    all: () => [...byPrefix.values()].flatMap((ids) => [...ids]),
  };
}
