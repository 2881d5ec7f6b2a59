import type { ReportRows } from "../../ports/report_rows.ts";
import { shownReason } from "../../src/approvals/shown.ts";
import type {
  ExceptionRow,
  ExceptionsAsked,
} from "../../src/reports/exceptions.ts";
import { ofRecords } from "./of_records.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";
import { spendRows } from "./spend_rows.ts";

/** The rows behind a tenant's reports. */
export function reportRows(shelf: Shelf): ReportRows {
  const keyOf = ({ kind, id }: Pick<ExceptionRow, "kind" | "id">) =>
    `${kind} ${id}`;
  return {
    spend: (asked, after, limit) =>
      Promise.try(() =>
        spendRows(shelf, asked)
          .filter(({ recordId }) => after === null || recordId > after)
          .toSorted((a, b) => byText(a.recordId, b.recordId))
          .slice(0, limit)
      ),
    exceptions: (asked, after, limit) =>
      Promise.try(() =>
        open(shelf, asked)
          .filter((row) => after === null || keyOf(row) > keyOf(after))
          .toSorted((a, b) => byText(keyOf(a), keyOf(b)))
          .slice(0, limit)
      ),
    countExceptions: (asked) =>
      Promise.try(() =>
        [...Map.groupBy(open(shelf, asked), ({ kind }) => kind)]
          .map(([kind, some]) => ({ kind, count: some.length }))
      ),
    countEvents: ({ from, to, types, actor }) =>
      Promise.try(() => {
        const found = shelf.events.filter((one) =>
          one.occurredAt >= from && one.occurredAt < to &&
          (types === undefined || types.includes(one.type)) &&
          (actor === undefined || one.actor === actor)
        );
        return [...Map.groupBy(found, ({ type }) => type)]
          .map(([type, some]) => ({ type, count: some.length }));
      }),
  };
}

function open(
  shelf: Shelf,
  { period: { from, to }, filters, overdueBefore }: ExceptionsAsked,
): readonly ExceptionRow[] {
  const counts = ofRecords(shelf, filters);
  const within = ({ since, recordId, kind }: ExceptionRow) =>
    since >= from && since < to && counts(recordId) &&
    kind === (filters.exception ?? kind);
  const waiting = [...shelf.approvals.values()]
    .filter(({ state }) => state.kind === "waiting");
  const rows: readonly ExceptionRow[] = [
    ...[...shelf.conflicts.values()]
      .filter(({ resolution }) => resolution === null)
      .map(({ id, receivedAt, recordId }) => ({
        kind: "conflict" as const,
        id,
        since: receivedAt,
        recordId,
        reason: null,
      })),
    ...[...shelf.deadLetters.values()]
      .filter(({ replayedAt }) => replayedAt === null)
      .map(({ id, diedAt, errorClass }) => ({
        kind: "dead_letter" as const,
        id,
        since: diedAt,
        recordId: null,
        reason: errorClass,
      })),
    ...[...shelf.records.values()]
      .filter(({ record }) => record.status === "failed")
      .map(({ record: { id, receivedAt } }) => ({
        kind: "failed" as const,
        id,
        since: receivedAt,
        recordId: id,
        reason: null,
      })),
    ...waiting.flatMap((approval) => {
      const { id, createdAt, recordId } = approval;
      // An audit looks like the others while it waits.
      const reason = shownReason(approval);
      const row = { id, since: createdAt, recordId, reason };
      return [
        ...reason === "not_sure_enough"
          ? [{ ...row, kind: "low_confidence" as const }]
          : [],
        ...createdAt < overdueBefore
          ? [{ ...row, kind: "overdue" as const }]
          : [],
      ];
    }),
  ];
  return rows.filter(within);
}
