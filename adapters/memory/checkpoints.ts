import type { Checkpoints } from "../../ports/checkpoints.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** Where a tenant's log stood, day by day. */
export function checkpoints(
  { checkpoints: rows }: Shelf,
  journal: Journal,
): Checkpoints {
  return {
    keep: (checkpoint) =>
      Promise.try(() => {
        if (rows.has(checkpoint.seq)) return false;
        journal.set(rows, checkpoint.seq, checkpoint);
        return true;
      }),
    latest: (limit, before) =>
      Promise.resolve(
        [...rows.values()]
          .filter(({ seq }) => before === null || seq < before)
          .sort((a, b) => b.seq - a.seq)
          .slice(0, limit),
      ),
  };
}
