import assert from "node:assert/strict";
import fc from "fast-check";
import { AFTER, HISTORY, linked, tenants } from "../support/linked_tenant.ts";

Deno.test("any order of a history, with repetition, ends in the same members", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(HISTORY.length - 1), { maxLength: 12 }).chain((more) => {
        const all = [...HISTORY.keys(), ...more];
        return fc.shuffledSubarray(all, {
          minLength: all.length,
          maxLength: all.length,
        });
      }),
      fc.boolean(),
      async (order, again) => {
        const { hear, members, deps, scope } = await linked();
        // A repeat comes under the id of the first, or under one of its own.
        for (const n of order) {
          await hear(HISTORY[n]!, again ? `same_${n}` : undefined);
        }
        assert.deepEqual(await members(), AFTER.toSorted());
        assert.deepEqual(await tenants(deps, scope), ["Foxes"]);
      },
    ),
    { numRuns: 150 },
  );
});

Deno.test("what is told at once ends in the same members as well", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { hear, members } = await linked();
      const said = HISTORY.map((word) =>
        scheduler.schedule(Promise.resolve(word)).then((word) => hear(word))
      );
      await scheduler.waitFor(Promise.all(said));
      assert.deepEqual(await members(), AFTER.toSorted());
    }),
    { numRuns: 50 },
  );
});
