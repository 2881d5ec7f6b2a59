import { DATE_ORDERS, type DateOrder, readDate } from "./read_date.ts";

/** What a column's dates say of their order. */
export type DateEvidence =
  | { readonly kind: "known"; readonly order: DateOrder }
  /** Day and month could be either, and it matters. */
  | {
    readonly kind: "ambiguous";
    readonly orders: readonly DateOrder[];
    readonly example: string;
  }
  /** No order reads most of them. */
  | { readonly kind: "none" };

/**
 * Weighs every date of a column, which has to hold dates for the most part, or for as much as `shareMin`. The order that reads most is the one; where two read the same ones they must give the
 * same days too, or the order is ambiguous. Dots stand between day, month and year in that order everywhere.
 */
export function dateEvidence(
  given: Iterable<string>,
  shareMin = 0.8,
): DateEvidence {
  const texts = [...given].filter((text) => text.trim() !== "");
  if (texts.length === 0) return { kind: "none" };
  const read = DATE_ORDERS.map((order) => ({
    order,
    days: texts.map((text) => readDate(text, order)?.day ?? null),
  })).map((one) => ({
    ...one,
    count: one.days.filter((day) => day !== null).length,
  }));
  const most = Math.max(...read.map(({ count }) => count));
  if (most < texts.length * shareMin) return { kind: "none" };
  const best = read.filter(({ count }) => count === most);
  const [first, second] = withoutUnlikely(best, texts);
  if (!second) return { kind: "known", order: first!.order };
  const differs = texts.findIndex((_, i) => first!.days[i] !== second.days[i]);
  if (differs < 0) return { kind: "known", order: first!.order };
  return {
    kind: "ambiguous",
    orders: [first!.order, second.order],
    example: texts[differs]!,
  };
}

function withoutUnlikely<T extends { readonly order: DateOrder }>(
  best: readonly T[],
  texts: readonly string[],
): readonly T[] {
  if (best.length < 2) return best;
  // A year of two digits stands last, unless nothing else reads the column.
  const isShort = !texts.some((text) => /\d{4}/.test(text));
  const likely = isShort ? best.filter(({ order }) => order !== "ymd") : best;
  const dotted = texts.every((text) => /^\d{1,2}\.\d{1,2}\./.test(text.trim()));
  return dotted ? likely.filter(({ order }) => order !== "mdy") : likely;
}
