import type { Usage } from "../../ports/usage.ts";
import type { Meter, UsageMonth } from "../../src/billing/usage.ts";
import type { Month } from "../../src/kernel/month.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A month, what of it was cut off, and the limit that was last reached. */
export interface UsageRow extends UsageMonth {
  readonly cutOff: number;
  readonly reached: number | null;
}

/** What a tenant used, by month. */
export function usage({ usageMonths }: Shelf, journal: Journal): Usage {
  const keyOf = (month: Month, meter: Meter) => `${month} ${meter}`;
  const rowOf = (month: Month, meter: Meter): UsageRow =>
    usageMonths.get(keyOf(month, meter)) ??
      { month, meter, used: 0, cutOff: 0, reached: null };
  const put = (row: UsageRow) =>
    journal.set(usageMonths, keyOf(row.month, row.meter), row);
  const inOrder = () =>
    [...usageMonths].sort(([a], [b]) => byText(a, b)).map(([, row]) => row);

  return {
    take: (meter, month, count, limit) =>
      Promise.try(() => {
        const row = rowOf(month, meter);
        const used = row.used + count;
        if (limit !== null && used > limit) {
          return { taken: false, used: row.used };
        }
        put({ ...row, used });
        return { taken: true, used };
      }),
    noteReached: (meter, month, limit) =>
      Promise.try(() => {
        const row = rowOf(month, meter);
        if (row.reached === limit) return false;
        put({ ...row, reached: limit });
        return true;
      }),
    months: (from) =>
      Promise.try(() =>
        inOrder().filter(({ month, used }) => month >= from && used > 0)
          .sort((a, b) => byText(b.month, a.month))
          .map(({ month, meter, used }) => ({ month, meter, used }))
      ),
    cutOff: () =>
      Promise.try(() =>
        inOrder().filter(({ used, cutOff }) => used > cutOff).map((row) => {
          const { month, meter, used, cutOff } = row;
          put({ ...row, cutOff: used });
          return { month, meter, amount: used - cutOff };
        })
      ),
    // A tenant's units run one after another: it is this one's turn.
    takeTurn: () => Promise.resolve(),
  };
}
