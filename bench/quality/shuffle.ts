import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";

/** Puts the items into an order of chance, in place (Fisher and Yates). */
export function shuffle<T>(items: T[], random: SeededRandom): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.between(0, i);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
