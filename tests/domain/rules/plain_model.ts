import type { CompanyRecord } from "../../../src/records/record.ts";
import type {
  Condition,
  Leaf,
} from "../../../src/rules/conditions/condition.ts";
import type { Rule } from "../../../src/rules/rule.ts";

/** The language told again, slowly and by other means: what the tests hold the real one against. */
export function plainMeets(
  condition: Condition,
  record: CompanyRecord,
): boolean {
  if ("all" in condition) {
    return condition.all.filter((part) => !plainMeets(part, record))
      .length === 0;
  }
  if ("any" in condition) {
    return condition.any.filter((part) => plainMeets(part, record)).length > 0;
  }
  if ("not" in condition) return plainMeets(condition.not, record) === false;
  return plainLeaf(condition, record);
}

/** Latin letters to their plain form one by one, white space by hand. */
export function plainFold(text: string): string {
  const letters = [...text.normalize("NFKD")]
    .filter((letter) => !/^\p{Mark}$/u.test(letter))
    .map((letter) => letter.toLowerCase());
  return letters.join("").split(/[\s]/u).filter((word) => word !== "")
    .join(" ").normalize("NFC");
}

function plainLeaf(leaf: Leaf, record: CompanyRecord): boolean {
  const seen = plainField(leaf.field, record);
  const { op } = leaf;
  const value: unknown = "value" in leaf ? leaf.value : undefined;
  const absent = seen === null ||
    (typeof seen === "string" && leaf.field !== "date" &&
      plainFold(seen) === "");
  if (op === "is_empty") return absent;
  if (absent) return false;
  if (leaf.field === "date") return plainDate(op, value, String(seen));
  if (typeof seen === "object") return plainMoney(op, value, seen);
  if (typeof seen === "string") return plainText(op, value, seen);
  if (typeof seen === "boolean") return op === "equals" && value === seen;
  return plainNumber(op, value, seen);
}

type Seen = string | number | boolean | null | PlainMoney;
type PlainMoney = { readonly minor: bigint; readonly currency: string };

function plainField(field: string, record: CompanyRecord): Seen {
  const { amount } = record;
  const minor = BigInt(amount?.minor ?? 0);
  switch (field) {
    case "description":
      return record.description;
    case "counterparty":
      return record.counterparty;
    case "connection":
      return record.connectionId;
    case "date":
      return record.occurredAt;
    case "currency":
      return amount ? amount.currency : null;
    case "direction":
      return amount ? (minor < 0n ? "out" : "in") : null;
    case "amount":
      return amount ? { minor, currency: amount.currency } : null;
    case "magnitude":
      return amount
        ? {
          minor: BigInt(amount.minor.replace("-", "")),
          currency: amount.currency,
        }
        : null;
  }
  const name = field.replace("attributes.", "");
  const found = Object.entries(record.attributes)
    .find(([key]) => key === name);
  return found ? found[1] : null;
}

function plainText(op: string, value: unknown, raw: string): boolean {
  const seen = plainFold(raw);
  const wanted = (Array.isArray(value) ? value : [value])
    .flatMap((one) => typeof one === "string" ? [plainFold(one)] : []);
  const one = wanted[0] ?? "";
  switch (op) {
    case "equals":
    case "in":
      return wanted.indexOf(seen) >= 0;
    case "contains":
    case "contains_any":
      return wanted.some((part) => seen.split(part).length > 1);
    case "starts_with":
      return wanted.length === 1 && seen.slice(0, one.length) === one;
    case "ends_with":
      return wanted.length === 1 && seen.slice(-one.length) === one;
  }
  return false;
}

function plainMoney(op: string, value: unknown, seen: PlainMoney): boolean {
  const ends = (op === "between" ? value : { from: value, to: value }) as {
    readonly [end: string]: { minor: number | string; currency: string };
  };
  const [from, to] = [ends.from!, ends.to!];
  if (from.currency !== seen.currency) return false;
  const [low, high] = [BigInt(from.minor), BigInt(to.minor)];
  return plainOrder(
    op,
    seen.minor - low,
    seen.minor - high,
  );
}

function plainNumber(op: string, value: unknown, seen: number): boolean {
  if (op === "between") {
    const { from, to } = value as { from: number; to: number };
    return Math.min(Math.max(seen, from), to) === seen;
  }
  return typeof value === "number" &&
    plainOrder(op, seen > value ? 1 : seen < value ? -1 : 0, 0);
}

/** By the signs of how far beyond the bound (or lower end) and the upper end a value is. */
function plainOrder(
  op: string,
  beyondLow: bigint | number,
  beyondHigh: bigint | number,
): boolean {
  const sign = beyondLow > 0 ? "more" : beyondLow < 0 ? "less" : "same";
  const told: Record<string, readonly string[]> = {
    equals: ["same"],
    less_than: ["less"],
    at_most: ["less", "same"],
    more_than: ["more"],
    at_least: ["more", "same"],
  };
  return op === "between"
    ? sign !== "less" && beyondHigh <= 0
    : told[op]?.includes(sign) ?? false;
}

function plainDate(op: string, value: unknown, seen: string): boolean {
  const at = new Date(seen).valueOf();
  const ms = (date: unknown) => new Date(String(date)).valueOf();
  switch (op) {
    case "before":
      return ms(value) > at;
    case "on_or_after":
      return !(ms(value) > at);
    case "between": {
      const { from, to } = value as { from: string; to: string };
      return !(ms(from) > at) && ms(to) > at;
    }
    case "weekday_in": {
      // 5 January 1970 was a Monday.
      const days = Math.floor((at - Date.UTC(1970, 0, 5)) / 86_400_000);
      return (value as number[]).some((day) => (day - 1 - days) % 7 === 0);
    }
    case "day_of_month_in":
      return (value as number[]).includes(Number(seen.slice(8, 10)));
  }
  return false;
}

/** What rules do to a record, one field at a time. */
export function plainApply(rules: readonly Rule[], record: CompanyRecord) {
  const tried: Rule[] = [];
  for (const rule of rules) {
    if (!rule.enabled) continue;
    tried.push(rule);
    if (plainMeets(rule.when, record) && !rule.continue) break;
  }
  const hits = tried.filter((rule) => plainMeets(rule.when, record));
  const free = (field: string) =>
    !(record.settledByPerson as readonly string[]).includes(field);
  const sets: Record<string, unknown> = {};
  const attributes: [string, string][] = [];
  for (const { then } of [...hits].reverse()) {
    if (then.category_id && free("category_id")) {
      sets.category_id = then.category_id;
    }
    if (then.counterparty && free("counterparty")) {
      sets.counterparty = then.counterparty;
    }
    if (then.review) sets.review = true;
    attributes.push(
      ...Object.entries(then.attributes ?? {})
        .filter(([name]) => free(`attributes.${name}`)),
    );
  }
  if (attributes.length > 0) sets.attributes = Object.fromEntries(attributes);
  const asks = hits.find(({ then }) => then.review);
  const files = free("category_id")
    ? hits.find(({ then }) => then.category_id)
    : undefined;
  return {
    considered: tried.length,
    matched: asks ? asks.id : files ? files.id : null,
    hits: hits.map(({ id, version }) => ({ rule_id: id, version })),
    sets,
  };
}
