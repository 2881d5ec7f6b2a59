import { fold } from "../../../src/records/text.ts";
import type { Anchor, Guess } from "./anchor.ts";

/** The label that the same description had most often, the surer the more there are; of a new one, the commonest of all. */
export function exactMemory(): Anchor {
  const all = new Map<string, number>();
  const seen = new Map<string, Map<string, number>>();
  let learned = 0;
  return {
    name: "exact memory (description)",
    learn(rows) {
      for (const { description, label } of rows.slice(learned)) {
        const key = fold(description);
        const counts = seen.get(key) ?? new Map<string, number>();
        seen.set(key, counts);
        for (const map of [counts, all]) {
          map.set(label, (map.get(label) ?? 0) + 1);
        }
      }
      learned = rows.length;
    },
    propose: (rows) =>
      rows.map(({ description }): Guess => {
        const counts = seen.get(fold(description));
        if (!counts) return { label: commonest(all)?.[0] ?? null, score: 0 };
        const [label, count] = commonest(counts)!;
        const total = counts.values().reduce((sum, each) => sum + each, 0);
        return { label, score: count / (total + 1) };
      }),
  };
}

function commonest(
  counts: ReadonlyMap<string, number>,
): readonly [label: string, count: number] | undefined {
  return [...counts].sort(([, a], [, b]) => b - a)[0];
}
