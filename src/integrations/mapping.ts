import type { Flaw } from "../kernel/failure.ts";
import { failures } from "../kernel/failure.ts";
import type { ConnectionId, MappingId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** How payloads of a connection become records: a JSONata expression. Never changed; a new one has the next number. */
export interface Mapping {
  readonly id: MappingId;
  readonly version: number;
  readonly connectionId: ConnectionId;
  /** From 1, within the connection; the highest is in force. */
  readonly number: number;
  readonly expression: string;
  readonly createdAt: Instant;
  /** The id of who made it. */
  readonly createdBy: string;
}

/** Characters of the longest expression. */
export const EXPRESSION_LENGTH_MAX = 10_000;
/** Records that one payload may become. */
export const RECORDS_PER_PAYLOAD_MAX = 1_000;

/** What is in force where none was made: the payload is a record, or a list of them, in the shape of a push. */
export const PLAIN_MAPPING = { number: 0, expression: "$" } as const;

export const mappingFailures = failures("mapping", {
  missing: { category: "missing", title: "No such mapping" },
  stale: {
    category: "conflict",
    title: "Another mapping was put in force in the meantime",
  },
  wrong_expression: {
    category: "invalid",
    title: "The mapping is not a JSONata expression that can be used",
  },
  failed: { category: "invalid", title: "The mapping failed on this payload" },
  too_much: {
    category: "invalid",
    title: "The mapping takes too long or makes too much of this payload",
  },
  wrong_records: {
    category: "invalid",
    title: "What the mapping made are not records",
  },
});

/** The mapping of a connection that is in force. */
export function mappingInForce(
  mappings: readonly Mapping[],
  connectionId: ConnectionId,
): Pick<Mapping, "number" | "expression"> {
  return mappings.filter((one) => one.connectionId === connectionId)
    .reduce<Pick<Mapping, "number" | "expression">>(
      (latest, one) => one.number > latest.number ? one : latest,
      PLAIN_MAPPING,
    );
}

/** The expression with that number; that of `PLAIN_MAPPING` for 0. */
export function mappingNumbered(
  mappings: readonly Mapping[],
  connectionId: ConnectionId,
  number: number,
): string {
  return mappings.find((one) =>
    one.connectionId === connectionId && one.number === number
  )?.expression ?? PLAIN_MAPPING.expression;
}

/** The first flaw in one line, for those who see no list. */
export function firstFlaw(flaws: readonly Flaw[]): string {
  const [first] = flaws;
  return first ? `${first.pointer || "/"} ${first.detail}` : "is wrong";
}
