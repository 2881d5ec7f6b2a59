import type { Needs, TextNeed } from "../../src/rules/matcher/needs.ts";
import type { PendingQuery, Row } from "postgres";
import type { Transaction } from "./connect.ts";

type Clause = PendingQuery<Row[]>;

/** Texts of one need that are worth a search each. */
const TEXTS_MAX = 20;

/**
 * A condition that every row meets whose record meets `needs`; null where the table's columns say nothing about it.
 * Rules see a record as it came: a counterparty that rules set themselves counts as any.
 */
export function needsClause(sql: Transaction, needs: Needs): Clause | null {
  switch (needs.kind) {
    case "all": {
      const parts = needs.of.flatMap((need) => needsClause(sql, need) ?? []);
      return parts.length === 0 ? null : joined(sql, parts, "and");
    }
    case "any": {
      const parts = needs.of.map((need) => needsClause(sql, need));
      const known = parts.filter((part) => part !== null);
      // One that could be anything makes them all so.
      return known.length === parts.length && known.length > 0
        ? joined(sql, known, "or")
        : null;
    }
    case "text":
      return textClause(sql, needs);
    case "money": {
      const value = needs.field === "magnitude"
        ? sql`abs(amount_minor::numeric)`
        : sql`amount_minor`;
      return sql`(currency = ${needs.currency}
        ${needs.least === null ? sql`` : sql`and ${value} >= ${needs.least}`}
        ${needs.most === null ? sql`` : sql`and ${value} <= ${needs.most}`})`;
    }
    case "date":
      return sql`(occurred_at is not null
        ${needs.from === null ? sql`` : sql`and occurred_at >= ${needs.from}`}
        ${
        needs.before === null ? sql`` : sql`and occurred_at < ${needs.before}`
      })`;
    case "direction":
      return needs.value === "out"
        ? sql`(amount_minor < 0)`
        : sql`(amount_minor >= 0)`;
    case "anything":
    case "empty":
    case "number":
    case "flag":
      return null;
    default:
      return needs satisfies never;
  }
}

function textClause(
  sql: Transaction,
  { field, how, oneOf }: TextNeed,
): Clause | null {
  if (oneOf.length > TEXTS_MAX) return null;
  if (field !== "description" && field !== "counterparty") return null;
  // The searched text is both fields, folded as rules fold them, with a line break between.
  const found = oneOf.map((text) =>
    field === "description" && how === "equals"
      ? sql`starts_with(search_text, ${`${text}\n`})`
      : field === "description" && how === "starts_with"
      ? sql`starts_with(search_text, ${text})`
      : sql`strpos(search_text, ${text}) > 0`
  );
  const clause = joined(sql, found, "or");
  return field === "description"
    ? clause
    : sql`(${clause} or reasoning_trace #> '{steps,0,replaced}' ? 'counterparty')`;
}

function joined(
  sql: Transaction,
  parts: readonly Clause[],
  by: "and" | "or",
): Clause {
  const all = parts.reduce((left, right) =>
    by === "and" ? sql`${left} and ${right}` : sql`${left} or ${right}`
  );
  return sql`(${all})`;
}
