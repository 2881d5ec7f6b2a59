import { GramCounts } from "./grams.ts";
import type { Needs, TextNeed } from "./needs.ts";

/** How usual texts are among those that the rules of a set need a field to contain. */
export class TextShares {
  private readonly counts: ReadonlyMap<TextNeed["field"], GramCounts>;

  constructor(all: readonly Needs[]) {
    const texts = new Map<TextNeed["field"], string[]>();
    for (const needs of all) collect(needs, texts);
    this.counts = new Map(
      [...texts].map(([field, of]) => [field, new GramCounts(of)]),
    );
  }

  /** At most what part of the texts are others than `text`, which is one of them, that have it in them. */
  of(field: TextNeed["field"], text: string): number {
    return this.countsOf(field).rarest(text).share;
  }

  /** Of a field that some rule needs to contain a text. */
  countsOf(field: TextNeed["field"]): GramCounts {
    return this.counts.get(field)!;
  }
}

function collect(
  needs: Needs,
  texts: Map<TextNeed["field"], string[]>,
): void {
  if (needs.kind === "all" || needs.kind === "any") {
    for (const part of needs.of) collect(part, texts);
  } else if (needs.kind === "text" && needs.how !== "equals") {
    const same = texts.get(needs.field);
    if (same === undefined) texts.set(needs.field, [...needs.oneOf]);
    else for (const text of needs.oneOf) same.push(text);
  }
}
