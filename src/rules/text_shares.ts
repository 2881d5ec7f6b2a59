import { GramCounts } from "./grams.ts";
import type { Needs, TextNeed } from "./needs.ts";

/** How usual texts are among those that the rules of a set need a field to contain. */
export class TextShares {
  private readonly counts = new Map<TextNeed["field"], GramCounts>();

  constructor(all: readonly Needs[]) {
    for (const needs of all) this.count(needs);
  }

  /** At most what part of the texts has `text` in it. */
  of(field: TextNeed["field"], text: string): number {
    return this.countsOf(field).rarest(text).share;
  }

  countsOf(field: TextNeed["field"]): GramCounts {
    let counts = this.counts.get(field);
    if (counts === undefined) {
      counts = new GramCounts();
      this.counts.set(field, counts);
    }
    return counts;
  }

  private count(needs: Needs): void {
    if (needs.kind === "all" || needs.kind === "any") {
      for (const part of needs.of) this.count(part);
    } else if (needs.kind === "text" && needs.how !== "equals") {
      const counts = this.countsOf(needs.field);
      for (const text of needs.oneOf) counts.add(text);
    }
  }
}
