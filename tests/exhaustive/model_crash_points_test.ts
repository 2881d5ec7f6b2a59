import assert from "node:assert/strict";
import { ok } from "../../src/kernel/result.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { permitTo } from "../support/samples.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { incoming, openTrial, runJobs } from "../support/trial.ts";

const USED = 120;

/** Three records are put to a model in one call, and the process dies somewhere on the way. */
async function story(nth: number, when: CrashPoint) {
  const model = scriptedModel((call) => answers(call));
  const trial = await openTrial({ model });
  await trial.categories("Office");
  const fate = dying(trial.deps.uow, nth, when);
  const mortal = { ...trial.deps, uow: fate.uow };
  const records = ["one", "two", "three"].map((description) =>
    incoming({ description })
  );
  await untilDone(() => acceptRecords(mortal, trial.scope, records));
  await untilDone(() => runJobs(mortal, trial.feed));
  const { value: months } = await trial.deps.uow.run(
    permitTo("tenant.read", trial.scope),
    async (tx) => ok(await tx.modelSpend.months("2026-01")),
  );
  return { trial, month: months[0]!, calls: model.calls, died: fate.died() };
}

Deno.test("wherever a process dies, no call is forgotten and an answer that was kept is not paid for again", async () => {
  const seen = new Set<string>();
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { trial, month, calls, died } = await story(nth, when);
      const at = `dying ${when} unit ${nth}`;
      assert.equal((await trial.waiting()).length, 3, at);
      assert(month.tokens >= calls.length * USED, at);
      assert(month.calls >= calls.length && calls.length <= 2, at);
      const isExact = month.tokens === USED;
      // One call and no more charged than that, unless it was under way.
      assert.equal(isExact, month.calls === 1, at);
      seen.add(
        `${month.calls} charged, ${calls.length} made, ${month.cached} known`,
      );
      if (!died) break;
    }
  }
  assert.deepEqual([...seen].sort(), [
    // Nothing happened, or the answers were kept before it died.
    "1 charged, 1 made, 0 known",
    "1 charged, 1 made, 3 known",
    // It died between charging and calling, or between the reply and its account.
    "2 charged, 1 made, 0 known",
    "2 charged, 2 made, 0 known",
  ]);
});
