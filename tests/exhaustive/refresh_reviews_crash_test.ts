import assert from "node:assert/strict";
import { handleJob } from "../../src/main/handle_job.ts";
import { dying, untilDone } from "../support/crash.ts";
import { value } from "../support/trial.ts";
import { openLearned, told, untilRefresh } from "../support/learned_reviews.ts";

Deno.test("more than a batch goes on in a job after the other, to the last item", async () => {
  const trial = await openLearned({}, undefined, 519);
  value(await handleJob(trial.deps)(trial.job));
  const first = { version: 1, moved: 500, next_after: trial.before[499]!.id };
  assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [first]);
  const next = await untilRefresh(trial);
  value(await handleJob(trial.deps)(next));
  assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [
    first,
    { version: 1, moved: 20, next_after: null },
  ]);
  assert.equal(await trial.runJobs(), 0);
});

Deno.test("a process that dies anywhere moves everything, and tells it once", async () => {
  const expected = { version: 1, moved: 10, next_after: null };
  for (let nth = 1;; nth++) {
    for (const when of ["inside", "after"] as const) {
      const trial = await openLearned();
      const mortal = dying(trial.deps.uow, nth, when);
      const handle = handleJob({ ...trial.deps, uow: mortal.uow });
      await untilDone(() => handle(trial.job));
      assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [expected]);
      if (!mortal.died()) return;
    }
  }
});
