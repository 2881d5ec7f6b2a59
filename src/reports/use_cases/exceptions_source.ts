import type { Tx } from "../../../ports/unit_of_work.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { settingsOf } from "../../notifications/notification_settings.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { exceptionCells } from "../detail.ts";
import {
  type ExceptionKind,
  type ExceptionRow,
  exceptionTables,
} from "../exceptions.ts";
import type { Report } from "../report.ts";
import { previousPeriod } from "../report_demand.ts";
import type { RowSource } from "./row_source_of.ts";

const DAY_MS = 86_400_000;

/** What is open, and how much of each kind. */
export async function exceptionsSource(
  tx: Tx,
  { tenantId }: Scope,
  { terms, period }: Report,
  now: Instant,
): Promise<RowSource<ExceptionRow, Pick<ExceptionRow, "kind" | "id">>> {
  const [kept] = await tx.notificationSettings.find([tenantId]);
  const { reviewQueueDays } = settingsOf(tenantId, kept);
  const overdueBefore = plusMs(now, -reviewQueueDays * DAY_MS);
  const { filters } = terms;
  const asked = { period, filters, overdueBefore };
  const counted = await tx.reportRows.countExceptions(asked);
  const previous = terms.compare === null
    ? null
    : await tx.reportRows.countExceptions({
      ...asked,
      period: previousPeriod(period),
    });
  const passed = new Map<ExceptionKind, number>();
  return {
    count: counted.reduce((all, { count }) => all + count, 0),
    async read(tx, after, limit) {
      const read = await tx.reportRows.exceptions(asked, after, limit);
      return { read, next: read.length < limit ? null : read.at(-1) ?? null };
    },
    pass(read) {
      for (const { kind } of read) {
        passed.set(kind, (passed.get(kind) ?? 0) + 1);
      }
      return read.map(exceptionCells);
    },
    tables: () =>
      exceptionTables(
        [...passed].map(([kind, count]) => ({ kind, count })),
        previous,
        filters.exception,
      ),
  };
}
