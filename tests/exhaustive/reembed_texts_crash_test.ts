import assert from "node:assert/strict";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { namedEmbedder } from "../support/named_embedder.ts";
import { value } from "../support/trial.ts";
import { CHUNK, openSwitch, reembed, TEXTS } from "../support/reembedding.ts";

Deno.test("a crash around any unit of the job loses no text and embeds few twice", async () => {
  const points: readonly CrashPoint[] = ["before", "inside", "after"];
  for (const when of points) {
    for (let nth = 1;; nth++) {
      const next = namedEmbedder("next@1");
      const opened = await openSwitch(namedEmbedder("old@1"), next);
      const [job] = opened.jobs;
      const fate = dying(opened.deps.uow, nth, when);
      await untilDone(async () => {
        value(await reembed({ ...opened.deps, uow: fate.uow }, job!));
      });
      const left = await opened.inside(job!, async (tx) => [
        (await tx.textVectors.inUse())!.serving,
        (await tx.textVectors.missing("next@1", "", 100)).length,
        (await tx.textVectors.missing("old@1", "", 100)).length,
        await tx.jobs.settle(job!.id),
      ]);
      assert.deepEqual(left, ["next@1", 0, TEXTS, false], `${when} ${nth}`);
      assert.equal(new Set(next.asked).size, TEXTS);
      // Only a chunk that was embedded and not kept.
      assert(next.asked.length <= TEXTS + CHUNK);
      if (!fate.died()) break;
    }
  }
});
