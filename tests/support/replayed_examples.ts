import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import {
  type LabelledRecord,
  ReplayExamples,
  type Rests,
} from "../../src/processing/learning/replay_examples.ts";

export const CONTEXT = ["unit"];
export const CATEGORIES = ["Timber", "Stationery", "Fuel"].map((name) => ({
  name,
  categoryId: `cat_${name}` as CategoryId,
}));
export const TEXTS = [
  ["oak boards", "Timber"],
  ["copy paper", "Stationery"],
  ["diesel", "Fuel"],
  ["walnut veneer", "Timber"],
] as const;

export function content(description: string, unit = "Shop") {
  return {
    occurredAt: null,
    description,
    counterparty: null,
    amount: { minor: "-1250", currency: "GBP" },
    attributes: { unit },
  } as const;
}

export function example(
  i: number,
  given: Partial<LabelledRecord> = {},
): LabelledRecord {
  const [text, name] = TEXTS[i % TEXTS.length]!;
  return {
    recordId: `rec_${i}` as RecordId,
    content: content(`${text} ${i}`),
    categoryId: `cat_${name}` as CategoryId,
    at: new Date(1_770_000_000_000 + i * 1_000).toISOString() as Instant,
    reached: true,
    proposed: null,
    inclusion: 1,
    ...given,
  };
}

export function replay(
  examples: readonly LabelledRecord[],
  categories = CATEGORIES,
  parts = [examples],
) {
  const replay = new ReplayExamples(categories, CONTEXT, examples.length);
  for (const part of parts) toEnd(replay.absorb(part));
  return toEnd(replay.finish());
}

export function toEnd<Result>(work: Rests<Result>): Result {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

export const many = (
  n: number,
  given?: (i: number) => Partial<LabelledRecord>,
) => Array.from({ length: n }, (_, i) => example(i, given?.(i)));
