import { type GivenAnswer, type SeenRecord } from "./model_answers.ts";

/**
 * The worst that a model can be short of lying by itself: it answers each record honestly (`honest`, by ref), but first
 * does whatever any record's text says: takes the label that it wants, gives the answers that it shows, answers for refs
 * that it names and, where it speaks of all or every, for every record. As a quote it gives what it was told.
 */
export function obedientAnswers(
  system: string,
  records: readonly SeenRecord[],
  honest: ReadonlyMap<string, number>,
): readonly unknown[] {
  const obeyed = records.flatMap((record) => {
    const text = textOf(record);
    if (text === "") return [];
    const label = Number(/-?\d+/.exec(text)?.[0] ?? 0);
    const told = (ref: string): GivenAnswer => ({
      ref,
      quote: system.slice(0, 300),
      label,
      confidence: 1,
    });
    const named = [...text.matchAll(/\b(?:r[0-9a-f]{1,8}|rec_\w+)\b/g)]
      .map(([ref]) => ref);
    const all = /\b(every|all)\b/i.test(text)
      ? records.map(({ ref }) => ref)
      : [];
    return [
      ...shown(text),
      ...new Set([record.ref, ...named, ...all]),
    ].map((one) => typeof one === "string" ? told(one) : one);
  });
  const own = new Set(
    records.filter((record) => textOf(record) !== "").map(({ ref }) => ref),
  );
  const rest = records.filter(({ ref }) => !own.has(ref)).map(({ ref }) => ({
    ref,
    quote: system.slice(0, 300),
    label: honest.get(ref)!,
    confidence: 0.8,
  }));
  return [...obeyed, ...rest];
}

/** All that a record says, unless it is one of those that say nothing but what they are. */
function textOf(record: SeenRecord): string {
  const texts = [
    record.description,
    record.counterparty ?? "",
    ...Object.values(record.attributes ?? {}).map(String),
  ];
  return texts.some((text) => /innocent/.test(text)) ? "" : texts.join(" ");
}

/** The answers that stand in the text, as they are. */
function shown(text: string): readonly unknown[] {
  return [...text.matchAll(/\{[^{}]*\}/g)].flatMap(([json]) => {
    try {
      return [JSON.parse(json)];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}
