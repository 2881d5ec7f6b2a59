import type { Reports } from "../../ports/reports.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { entities } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A tenant's reports. */
export function reports(shelf: Shelf, journal: Journal): Reports {
  const { add, find, save } = entities(shelf.reports, journal);
  return {
    add,
    find,
    save,
    list: ({ kinds, state, scheduleId, since }, { limit, cursor }) =>
      Promise.try(() => {
        const found = [...shelf.reports.values()].filter((one) =>
          (cursor === null || one.id < cursor) &&
          (kinds === undefined || kinds.includes(one.terms.kind)) &&
          (state === undefined || one.state === state) &&
          (scheduleId === undefined || one.scheduleId === scheduleId) &&
          (since === undefined || one.endedAt === null || one.endedAt >= since)
        ).sort((a, b) => byText(b.id, a.id));
        return pageOf(found, limit, ({ id }) => id);
      }),
  };
}
