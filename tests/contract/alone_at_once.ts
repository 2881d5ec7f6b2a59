import { pause } from "../../adapters/postgres/pause.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";

/**
 * Units that wait before they start over as in service, but for one that is alone: it lost to nobody whom it could meet
 * again, and a case in which a version stays stale would wait for a second.
 */
export function aloneAtOnce(
  open: (pauses: { readonly pause: typeof pause }) => UnitOfWork,
): UnitOfWork {
  let running = 0;
  const uow = open({
    pause: (racesLost) => running > 1 ? pause(racesLost) : Promise.resolve(),
  });
  return {
    async run(permit, work) {
      running++;
      try {
        return await uow.run(permit, work);
      } finally {
        running--;
      }
    },
  };
}
