import type { UnitOfWork } from "../../ports/unit_of_work.ts";

/** Where a unit breaks: before it begins, with its work done and nothing kept, or with all kept and nobody told. */
type Break = "before" | "within" | "after";

/** Units of which the next one breaks where a test says so, once. */
export function breakingUnit() {
  let next: { readonly at: Break; readonly error: Error } | null = null;
  return {
    breakNext(at: Break, error = new Error("broken on purpose")): void {
      next = { at, error };
    },
    wrap: (uow: UnitOfWork): UnitOfWork => ({
      async run(permit, work) {
        const broken = next;
        next = null;
        if (broken?.at === "before") throw broken.error;
        const result = await uow.run(permit, async (tx) => {
          const done = await work(tx);
          if (broken?.at === "within") throw broken.error;
          return done;
        });
        if (broken?.at === "after") throw broken.error;
        return result;
      },
    }),
  };
}
