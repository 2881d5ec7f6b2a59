import type { CategoryId } from "../kernel/ids.ts";
import { amountText } from "./amount_text.ts";
import type { Grouping } from "./report_demand.ts";
import {
  type Cell,
  column,
  type ReportTable,
  type Row,
} from "./report_table.ts";
import { GROUPS_MAX, type SpendSum } from "./spend.ts";

const SUMS = [
  column("records", "count"),
  column("paid_out", "amount"),
  column("received", "amount"),
  column("net", "amount"),
];
const COMPARED = [
  column("previous_records", "count"),
  column("previous_paid_out", "amount"),
  column("previous_received", "amount"),
  column("previous_net", "amount"),
  column("change", "amount", "Change of net"),
];
const CURRENCY = column("currency", "text");
const NO_CURRENCY = "No amount";

/** Sums of a currency, and those of the period before; null: nothing is compared. */
export interface SpendFigures {
  readonly grouping: Grouping;
  readonly sums: readonly SpendSum[];
  readonly previous: readonly SpendSum[] | null;
  readonly categoryNames: ReadonlyMap<CategoryId, string>;
}

/** The totals of each currency, and the sums of each group: no line adds one currency to another. */
export function spendTables(figures: SpendFigures): readonly ReportTable[] {
  return [totals(figures), groups(figures)];
}

function totals({ sums, previous }: SpendFigures): ReportTable {
  const currencies = distinct(
    [...sums, ...previous ?? []],
    (one) => one.currency ?? "",
  );
  return {
    name: "totals",
    title: "Totals by currency",
    columns: [CURRENCY, ...SUMS, ...previous ? COMPARED : []],
    rows: currencies.map(({ currency }) => {
      const here = (all: readonly SpendSum[]) =>
        added(all.filter((one) => one.currency === currency));
      return [
        currency ?? NO_CURRENCY,
        ...cells(here(sums), previous && here(previous), currency),
      ];
    }),
    note: "Currencies are never added together. Rejected records do not count.",
  };
}

function groups(figures: SpendFigures): ReportTable {
  const { grouping, sums } = figures;
  // A month of the period before is another month.
  const previous = grouping === "month" ? null : figures.previous;
  const places = distinct(
    [...sums, ...previous ?? []],
    (one) =>
      `${one.isRest ? 2 : one.key === null ? 1 : 0} ${one.key} ${one.currency}`,
  );
  const lines = places.map((place) => {
    const here = (all: readonly SpendSum[]) =>
      added(
        all.filter(({ key, isRest, currency }) =>
          key === place.key && isRest === place.isRest &&
          currency === place.currency
        ),
      );
    return { place, now: here(sums), before: previous && here(previous) };
  });
  if (grouping !== "month") lines.sort(byWeight);
  const rest = lines.some(({ place }) => place.isRest);
  return {
    name: "groups",
    title: `By ${grouping}`,
    columns: [
      ...grouping === "category" ? [column("category_id", "text")] : [],
      column(grouping, "text"),
      CURRENCY,
      ...SUMS,
      ...previous ? COMPARED : [],
    ],
    rows: lines.map(({ place, now, before }) => [
      ...grouping === "category" ? [place.key] : [],
      nameOf(place, figures),
      place.currency ?? NO_CURRENCY,
      ...cells(now, before, place.currency),
    ]),
    note: rest
      ? `The ${GROUPS_MAX} with the most records have a line of their own; "${REST}" are the others together.`
      : null,
  };
}

const REST = "All others";

function nameOf(
  { key, isRest }: SpendSum,
  { grouping, categoryNames }: SpendFigures,
): string {
  if (isRest) return REST;
  if (key === null) {
    return grouping === "category" ? "Uncategorised" : "No counterparty";
  }
  return grouping === "category"
    ? categoryNames.get(key as CategoryId) ?? key
    : key;
}

type Added = {
  readonly records: number;
  readonly paidOut: bigint;
  readonly received: bigint;
};

function added(sums: readonly SpendSum[]): Added {
  let [records, paidOut, received] = [0, 0n, 0n];
  for (const one of sums) {
    records += one.records;
    paidOut += BigInt(one.paidOut);
    received += BigInt(one.received);
  }
  return { records, paidOut, received };
}

function cells(now: Added, before: Added | null, currency: string | null): Row {
  const amount = (minor: bigint): Cell =>
    currency === null ? null : amountText(minor, currency);
  const net = (one: Added) => one.received - one.paidOut;
  const of = (one: Added) => [
    one.records,
    amount(one.paidOut),
    amount(one.received),
    amount(net(one)),
  ];
  return [
    ...of(now),
    ...before ? [...of(before), amount(net(now) - net(before))] : [],
  ];
}

type Line = { readonly place: SpendSum; readonly now: Added };

/** Currency by currency, the largest first; the rest last. */
function byWeight(a: Line, b: Line): number {
  const turnover = ({ now }: Line) => now.paidOut + now.received;
  const [x, y] = [a.place.currency ?? "~", b.place.currency ?? "~"];
  if (x !== y) return x < y ? -1 : 1;
  if (a.place.isRest !== b.place.isRest) return a.place.isRest ? 1 : -1;
  const more = turnover(b) - turnover(a);
  return more > 0n ? 1 : more < 0n ? -1 : 0;
}

/** One of each, in the order of what `by` says of them. */
function distinct<T>(all: readonly T[], by: (one: T) => string): readonly T[] {
  const found = new Map(all.map((one) => [by(one), one]));
  return [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([, one]) => one);
}
