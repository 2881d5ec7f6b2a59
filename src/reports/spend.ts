import type { CategoryId, ConnectionId, RecordId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Minor, Money } from "../kernel/money.ts";
import type { Source } from "../processing/trace.ts";
import type { RecordStatus } from "../records/record.ts";
import type { Grouping, ReportFilters, ReportPeriod } from "./report_demand.ts";

/** Which records are added up. Those that a person rejected are not ones to sort, and count nowhere. */
export interface SpendAsked {
  /** Of when it occurred, or was received where that is not known. */
  readonly period: ReportPeriod;
  readonly filters: ReportFilters;
  readonly grouping: Grouping;
}

/** A record as a report tells it. */
export interface SpendRow {
  readonly recordId: RecordId;
  readonly at: Instant;
  readonly externalId: string;
  readonly description: string;
  readonly counterparty: string | null;
  readonly amount: Money | null;
  readonly categoryId: CategoryId | null;
  readonly connectionId: ConnectionId;
  readonly status: RecordStatus;
  readonly source: Source | null;
}

/** What a group is of: the id of a category, a month such as `2026-03`, a counterparty; null: none. */
export type GroupKey = string | null;

/** Sums of one group in one currency; both are of magnitudes. */
export interface SpendSum {
  readonly key: GroupKey;
  /** The groups that have no line of their own, together; its key is null. */
  readonly isRest: boolean;
  /** Null: the records without an amount, whose sums are nought. */
  readonly currency: string | null;
  readonly records: number;
  readonly paidOut: Minor;
  readonly received: Minor;
}

/** Groups with a line of their own; the rest is one line. */
export const GROUPS_MAX = 1_000;

/** The group of a record. */
export function groupOf(
  { categoryId, counterparty, at }: Pick<
    SpendRow,
    "categoryId" | "counterparty" | "at"
  >,
  grouping: Grouping,
): GroupKey {
  switch (grouping) {
    case "category":
      return categoryId;
    case "counterparty":
      return counterparty;
    case "month":
      return at.slice(0, 7);
  }
}

/** Adds rows up, in memory for the groups alone: currencies never meet. */
export interface SpendTally {
  add(rows: readonly SpendRow[]): void;
  sums(): readonly SpendSum[];
}

/** Nothing added up yet; groups that are not among `keys` go to the rest. */
export function openSpendTally(
  grouping: Grouping,
  keys: readonly GroupKey[],
): SpendTally {
  type Sum = {
    key: GroupKey;
    isRest: boolean;
    currency: string | null;
    records: number;
    paidOut: bigint;
    received: bigint;
  };
  const own = new Set(keys);
  const sums = new Map<GroupKey | typeof REST, Map<string | null, Sum>>();
  return {
    add(rows) {
      for (const row of rows) {
        const key = groupOf(row, grouping);
        const place = own.has(key) ? key : REST;
        const ofGroup = sums.get(place) ?? new Map<string | null, Sum>();
        sums.set(place, ofGroup);
        const currency = row.amount?.currency ?? null;
        const isRest = place === REST;
        const sum = ofGroup.get(currency) ?? {
          key: isRest ? null : key,
          isRest,
          currency,
          records: 0,
          paidOut: 0n,
          received: 0n,
        };
        ofGroup.set(currency, sum);
        const minor = BigInt(row.amount?.minor ?? 0);
        sum.records++;
        if (minor < 0n) sum.paidOut -= minor;
        else sum.received += minor;
      }
    },
    sums: () =>
      [...sums.values()].flatMap((ofGroup) => [...ofGroup.values()])
        .map((sum) => ({
          ...sum,
          paidOut: `${sum.paidOut}` as Minor,
          received: `${sum.received}` as Minor,
        })),
  };
}

const REST = Symbol("rest");
