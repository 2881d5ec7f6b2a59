import type { UnitOfWork } from "../../ports/unit_of_work.ts";

/** The end of a process, as far as a test is concerned. */
export class Crash extends Error {}

export type CrashPoint = "before" | "inside" | "after";

/** A unit of work that dies at its nth run: before the work, inside it at the end, or after the commit. */
export function dying(uow: UnitOfWork, nth: number, when: CrashPoint) {
  let runs = 0;
  const dyingUow: UnitOfWork = {
    async run(permit, work) {
      const dies = ++runs === nth;
      if (dies && when === "before") throw new Crash();
      const result = await uow.run(permit, async (tx) => {
        const done = await work(tx);
        if (dies && when === "inside") throw new Crash();
        return done;
      });
      if (dies && when === "after") throw new Crash();
      return result;
    },
  };
  return { uow: dyingUow, died: () => runs >= nth };
}

/** Does work, and once more where it died. */
export async function untilDone(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    await work();
  }
}
