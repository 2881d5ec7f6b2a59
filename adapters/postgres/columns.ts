import type postgres from "postgres";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Transaction } from "./connect.ts";

/** A `timestamptz` as read, to the millisecond. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** A `timestamptz` that may be null, as read. */
export function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : instantOf(date);
}

/** A parameter of type jsonb; a plain string parameter would be stored as a JSON string. */
export function jsonb(
  sql: Transaction,
  value: unknown,
): postgres.Parameter {
  return sql.json(value as postgres.JSONValue);
}

/** A parameter of type json: text is kept as it is, not taken apart. */
export function json(sql: Transaction, value: unknown): postgres.Parameter {
  return sql.typed(
    value as postgres.JSONValue,
    JSON_TYPE,
  ) as postgres.Parameter;
}

/** The type's number in `pg_type`. */
const JSON_TYPE = 114;

/**
 * Holds for every id of that kind. The planner takes it for very selective, and so looks each of a set of ids up by
 * key; without statistics (a new database, and always the embedded one, which gathers none by itself) it would
 * read all of the tenant's rows instead.
 */
export function looksLike(sql: Transaction, column: string, prefix: string) {
  return sql`${sql(column)} like ${`${prefix}\\_%`}`;
}
