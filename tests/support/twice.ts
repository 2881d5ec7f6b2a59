import { fail } from "../../src/kernel/result.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";

/** Runs every closure twice, the first run undone: work that touches anything but `tx` shows. */
export function twice(uow: UnitOfWork): UnitOfWork {
  return {
    async run(permit, work) {
      await uow.run(permit, async (tx) => fail(await work(tx)));
      return uow.run(permit, work);
    },
  };
}
