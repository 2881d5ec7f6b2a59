import type { ModelSpend } from "../../ports/model_spend.ts";
import type { Month } from "../../src/kernel/month.ts";
import {
  type BudgetLimit,
  type CallReservation,
  limitMet,
  type ModelMonth,
} from "../../src/processing/model/spend.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A month, and the limits that calls last met. */
export interface MonthRow extends ModelMonth {
  readonly met: Partial<Readonly<Record<BudgetLimit, number>>>;
  /** Those that were told to be near. */
  readonly near: MonthRow["met"];
}

/** A call, and whether it ended. */
export interface CallRow extends CallReservation {
  readonly ended: boolean;
}

/** A tenant's calls and months. */
export function modelSpend(
  { modelCalls, modelMonths }: Shelf,
  journal: Journal,
): ModelSpend {
  const rowOf = (month: Month): MonthRow =>
    modelMonths.get(month) ?? {
      month,
      tokens: 0,
      micros: 0,
      calls: 0,
      answered: 0,
      failed: 0,
      cached: 0,
      met: {},
      near: {},
    };
  const put = (row: MonthRow) => journal.set(modelMonths, row.month, row);

  return {
    reserve: (call, budget) =>
      Promise.try(() => {
        const row = rowOf(call.month);
        if (limitMet(row, call.most, budget) !== null) return false;
        if (modelCalls.has(call.id)) {
          throw new Error(`${call.id} is stored already`);
        }
        journal.set(modelCalls, call.id, { ...call, ended: false });
        put({
          ...row,
          tokens: row.tokens + call.most.tokens,
          micros: row.micros + call.most.micros,
          calls: row.calls + 1,
        });
        return true;
      }),
    end: (id, { used, answered, failed }) =>
      Promise.try(() => {
        const call = modelCalls.get(id);
        if (!call || call.ended) return;
        journal.set(modelCalls, id, { ...call, ended: true });
        const row = rowOf(call.month);
        const tokens = used
          ? used.usage.input_tokens + used.usage.output_tokens
          : call.most.tokens;
        put({
          ...row,
          tokens: row.tokens - call.most.tokens + tokens,
          micros: row.micros - call.most.micros +
            (used?.micros ?? call.most.micros),
          answered: row.answered + answered,
          failed: row.failed + failed,
        });
      }),
    countCached: (month, records) =>
      Promise.try(() => {
        const row = rowOf(month);
        put({ ...row, cached: row.cached + records });
      }),
    noteLimit: (month, limit, value) =>
      Promise.try(() => {
        const row = rowOf(month);
        if (row.met[limit] === value) return false;
        put({ ...row, met: { ...row.met, [limit]: value } });
        return true;
      }),
    noteNear: (month, limit, value) =>
      Promise.try(() => {
        const row = rowOf(month);
        if (row.near[limit] === value || row.met[limit] === value) return false;
        put({ ...row, near: { ...row.near, [limit]: value } });
        return true;
      }),
    months: (from) =>
      Promise.resolve(
        [...modelMonths.values()].filter(({ month }) => month >= from)
          .sort((a, b) => byText(b.month, a.month))
          .map(({ met: _, near: __, ...month }) => month),
      ),
  };
}
