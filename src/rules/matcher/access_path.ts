import type { Needs, TextNeed } from "./needs.ts";
import type { TextShares } from "./text_shares.ts";

/** One thing that an index finds rules by. */
export type Key = Exclude<Needs, { readonly kind: "anything" | "all" | "any" }>;

/**
 * How to come to a rule: a record that has none of these keys does not meet its condition. Null where every record
 * must be tried.
 */
export type AccessPath = readonly Key[] | null;

/** Of so many records, how many a key brings: guesses, since what a tenant's records are like is not known here. */
const OF = 1000;
const EQUAL_TEXTS = { description: 1, counterparty: 1, connection: 200 };
const EQUAL_ATTRIBUTE = 50;
const EQUAL_CURRENCY = 500;
const PART_BY_LENGTH = [OF, 400, 100, 15, 4, 4, 4, 4];
const LONG_PART = 2;

/** Takes of what is needed together the one thing that the fewest records have. */
export function accessPath(needs: Needs, shares: TextShares): AccessPath {
  const { keys, records } = cheapest(needs, shares);
  return records < OF ? keys : null;
}

interface Found {
  readonly keys: readonly Key[];
  readonly records: number;
}

function cheapest(needs: Needs, shares: TextShares): Found {
  switch (needs.kind) {
    case "anything":
      return { keys: [], records: OF };
    case "all":
      return needs.of.map((part) => cheapest(part, shares))
        .reduce((best, one) => one.records < best.records ? one : best);
    case "any": {
      const found = needs.of.map((part) => cheapest(part, shares));
      const records = found.reduce((sum, one) => sum + one.records, 0);
      return { keys: found.flatMap(({ keys }) => keys), records };
    }
    default:
      return { keys: [needs], records: recordsWith(needs, shares) };
  }
}

function recordsWith(key: Key, shares: TextShares): number {
  switch (key.kind) {
    case "text":
      return key.oneOf
        .reduce((sum, text) => sum + withText(key, text, shares), 0);
    case "money":
      return withBounds(key.least, key.most);
    case "number":
      return withBounds(key.least, key.most);
    case "date":
      return key.from !== null && key.before !== null ? 300 : 500;
    case "flag":
    case "direction":
      return 500;
    case "empty":
      return 400;
  }
}

function withText(
  { how, field }: TextNeed,
  text: string,
  shares: TextShares,
): number {
  if (how !== "equals") {
    // Records speak of what rules speak of: a word of many rules is a word of many records.
    return (PART_BY_LENGTH[text.length] ?? LONG_PART) +
      OF * shares.of(field, text);
  }
  if (field === "currency") return EQUAL_CURRENCY;
  return field in EQUAL_TEXTS
    ? EQUAL_TEXTS[field as keyof typeof EQUAL_TEXTS]
    : EQUAL_ATTRIBUTE;
}

function withBounds<T>(least: T | null, most: T | null): number {
  if (least === null || most === null) return 450;
  return least === most ? 5 : 150;
}
