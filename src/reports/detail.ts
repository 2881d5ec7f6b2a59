import type { CategoryId } from "../kernel/ids.ts";
import type { ConnectionId } from "../kernel/ids.ts";
import type { RecordedEvent } from "../events/event.ts";
import { amountText } from "./amount_text.ts";
import type { ExceptionRow } from "./exceptions.ts";
import type { ReportKind } from "./report_demand.ts";
import { type Column, column, type Row } from "./report_table.ts";
import type { SpendRow } from "./spend.ts";

/** What each row behind the figures tells; null for kinds that are figures alone. */
export const DETAIL: Readonly<
  Record<
    ReportKind,
    {
      readonly name: string;
      readonly title: string;
      readonly columns: readonly Column[];
    } | null
  >
> = {
  spend: {
    name: "records",
    title: "Records",
    columns: [
      column("record_id", "text"),
      column("at", "instant"),
      column("description", "text"),
      column("counterparty", "text"),
      column("amount", "amount"),
      column("currency", "text"),
      column("category_id", "text"),
      column("category", "text"),
      column("connection", "text"),
      column("external_id", "text"),
      column("status", "text"),
      column("decided_by", "text"),
    ],
  },
  exceptions: {
    name: "exceptions",
    title: "Exceptions",
    columns: [
      column("exception", "text"),
      column("id", "text"),
      column("since", "instant"),
      column("record_id", "text"),
      column("reason", "text"),
    ],
  },
  audit_trail: {
    name: "events",
    title: "Events",
    columns: [
      column("seq", "count", "Number"),
      column("type", "text"),
      column("occurred_at", "instant"),
      column("actor", "text"),
      column("source_agent", "text"),
      column("about", "text"),
      column("hash", "text"),
    ],
  },
  automation: null,
  reviewer_activity: null,
  rule_performance: null,
};

/** Names for the ids in rows. */
export interface Names {
  readonly categories: ReadonlyMap<CategoryId, string>;
  readonly connections: ReadonlyMap<ConnectionId, string>;
}

export function spendCells(row: SpendRow, names: Names): Row {
  const { amount, categoryId } = row;
  return [
    row.recordId,
    row.at,
    row.description,
    row.counterparty,
    amount && amountText(BigInt(amount.minor), amount.currency),
    amount?.currency ?? null,
    categoryId,
    categoryId && (names.categories.get(categoryId) ?? null),
    names.connections.get(row.connectionId) ?? row.connectionId,
    row.externalId,
    row.status,
    row.source,
  ];
}

export function exceptionCells(row: ExceptionRow): Row {
  return [row.kind, row.id, row.since, row.recordId, row.reason];
}

/** An event without its content: a report is no second place for what may have to be erased. */
export function eventCells(event: RecordedEvent): Row {
  return [
    event.seq,
    event.type,
    event.occurredAt,
    event.actor,
    event.sourceAgent,
    aboutOf(event.payload),
    event.hash,
  ];
}

/** The first id that the payload tells, which is what the event is about. */
function aboutOf(payload: object): string | null {
  for (const [name, value] of Object.entries(payload)) {
    if (name.endsWith("_id") && typeof value === "string") return value;
  }
  return null;
}
