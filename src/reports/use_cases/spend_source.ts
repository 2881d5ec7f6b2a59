import type { Tx } from "../../../ports/unit_of_work.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { spendCells } from "../detail.ts";
import type { Report } from "../report.ts";
import { previousPeriod } from "../report_demand.ts";
import {
  GROUPS_MAX,
  openSpendTally,
  type SpendAsked,
  type SpendRow,
} from "../spend.ts";
import { spendTables } from "../spend_tables.ts";
import type { RowSource } from "./row_source_of.ts";

/** Records and their sums. Which groups have a line of their own is settled before the first row is read. */
export async function spendSource(
  tx: Tx,
  { terms, period }: Report,
): Promise<RowSource<SpendRow, RecordId>> {
  const { filters } = terms;
  const grouping = terms.grouping ?? "category";
  const before = terms.compare === null ? null : previousPeriod(period);
  const asked: SpendAsked = { period, filters, grouping };
  const both = { from: before?.from ?? period.from, to: period.to };
  const keys = await tx.reportFigures.spendKeys(
    { ...asked, period: both },
    GROUPS_MAX,
  );
  const [sums, previous, categories, connections] = [
    await tx.reportFigures.spendSums(asked, keys),
    before &&
    await tx.reportFigures.spendSums({ ...asked, period: before }, keys),
    await tx.categories.all(),
    await tx.connections.all(),
  ];
  const names = {
    categories: new Map(categories.map(({ id, name }) => [id, name])),
    connections: new Map(connections.map(({ id, name }) => [id, name])),
  };
  const tally = openSpendTally(grouping, keys);
  return {
    count: sums.reduce((all, { records }) => all + records, 0),
    async read(tx, after, limit) {
      const read = await tx.reportRows.spend(asked, after, limit);
      const last = read.at(-1)?.recordId;
      return { read, next: read.length < limit ? null : last ?? null };
    },
    pass(read) {
      tally.add(read);
      return read.map((row) => spendCells(row, names));
    },
    tables: () =>
      spendTables({
        grouping,
        sums: tally.sums(),
        previous,
        categoryNames: names.categories,
      }),
  };
}
