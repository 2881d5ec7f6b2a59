import type { Instant } from "../../src/kernel/instant.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import type { Incoming } from "../../src/records/draft.ts";

/** A row as a use case takes it. */
export function incoming(row: DemoRow, externalId: string): Incoming {
  return {
    externalId,
    connectionId: null,
    occurredAt: `${row.date}T00:00:00.000Z` as Instant,
    description: row.description,
    counterparty: row.counterparty,
    amount: row.amount,
    attributes: row.unit ? { unit: row.unit } : {},
    raw: { ...row, amount: { ...row.amount } },
  };
}

/** A row as a sender writes it. */
export function sent(row: DemoRow, externalId: string) {
  return {
    external_id: externalId,
    occurred_at: row.date,
    description: row.description,
    ...row.counterparty && { counterparty: row.counterparty },
    amount: {
      minor: Number(row.amount.minor),
      currency: row.amount.currency,
    },
    ...row.unit && { attributes: { unit: row.unit } },
  };
}

/** The bodies of the requests that send `rows` in sets; external ids begin with `name`. */
export function bodies(
  rows: readonly DemoRow[],
  name: string,
  size: number,
): readonly string[] {
  const sets: string[] = [];
  for (let i = 0; i < rows.length; i += size) {
    sets.push(JSON.stringify({
      records: rows.slice(i, i + size)
        .map((row, j) => sent(row, `${name}${i + j}`)),
    }));
  }
  return sets;
}
