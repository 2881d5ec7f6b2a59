import type { Backlog } from "../../ports/backlog.ts";

/** A backlog that is always empty. */
export function emptyBacklog(): Backlog {
  return {
    bounds: { tenant: 1, all: 1 },
    waiting: () => ({ tenant: 0, all: 0 }),
    note: () => {},
  };
}
