import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PullState } from "../pull_state.ts";

/** Plans the next pull: its job has the next number, so that an earlier one that still waits has nothing to do. */
export async function planPull(
  tx: Pick<Tx, "pullStates" | "events">,
  state: PullState,
  dueAt: Instant | null,
  fact: (run: number) => Fact,
): Promise<PullState> {
  const run = state.run + 1;
  const planned = { ...state, run, nextAt: dueAt };
  await tx.pullStates.save([planned]);
  tx.events.append([fact(run)]);
  return { ...planned, version: state.version + 1 };
}
