import { column, type ReportTable } from "./report_table.ts";

/** What one member or key decided in a period. */
export interface ReviewerSum {
  /** The id of the member or key. */
  readonly by: string;
  readonly approved: number;
  readonly overridden: number;
  readonly rejected: number;
  /** Seconds from when the item began to wait until it was decided. */
  readonly meanSeconds: number;
  readonly medianSeconds: number;
}

export function reviewerTables(
  now: readonly ReviewerSum[],
  previous: readonly ReviewerSum[] | null,
  names: ReadonlyMap<string, string>,
): readonly ReportTable[] {
  const decided = (one: ReviewerSum | undefined) =>
    one ? one.approved + one.overridden + one.rejected : 0;
  const before = new Map(previous?.map((one) => [one.by, one]));
  const quiet: readonly ReviewerSum[] = (previous ?? [])
    .filter(({ by }) => !now.some((one) => one.by === by))
    .map(({ by }) => ({ ...NOTHING, by }));
  const all = [...now, ...quiet].sort((a, b) =>
    decided(b) - decided(a) || (a.by < b.by ? -1 : 1)
  );
  return [{
    name: "reviewers",
    title: "Decisions by reviewer",
    columns: [
      column("reviewer_id", "text"),
      column("reviewer", "text"),
      column("decisions", "count"),
      column("approved", "count"),
      column("overridden", "count"),
      column("rejected", "count"),
      column("override_share", "share"),
      column("median_hours", "number", "Median hours to decide"),
      column("mean_hours", "number", "Mean hours to decide"),
      ...previous ? [column("previous_decisions", "count")] : [],
    ],
    rows: all.map((one) => [
      one.by,
      names.get(one.by) ?? null,
      decided(one),
      one.approved,
      one.overridden,
      one.rejected,
      decided(one) === 0 ? null : one.overridden / decided(one),
      decided(one) === 0 ? null : hours(one.medianSeconds),
      decided(one) === 0 ? null : hours(one.meanSeconds),
      ...previous ? [decided(before.get(one.by))] : [],
    ]),
    note: "Hours from when an item began to wait until it was decided.",
  }];
}

const NOTHING = {
  approved: 0,
  overridden: 0,
  rejected: 0,
  meanSeconds: 0,
  medianSeconds: 0,
};

function hours(seconds: number): number {
  return Math.round(seconds / 36) / 100;
}
