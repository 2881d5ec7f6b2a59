import assert from "node:assert/strict";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { incoming, openTrial, runJobs, value } from "../support/trial.ts";

/** Sends five records, as a client that repeats until it is answered, and works until nothing is left to do. */
async function story(nth: number, when: CrashPoint) {
  const trial = await openTrial();
  await trial.categories("Office");
  const fate = dying(trial.deps.uow, nth, when);
  const mortal = { ...trial.deps, uow: fate.uow };
  const records = Array.from({ length: 5 }, () => incoming());
  await untilDone(() => acceptRecords(mortal, trial.scope, records));
  await untilDone(() => runJobs(mortal, trial.feed));
  return { trial, died: fate.died() };
}

Deno.test("a crash around any unit of work loses nothing and does nothing twice", async () => {
  let reached = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { trial, died } = await story(nth, when);
      if (!died) break;
      reached++;
      const types = (await trial.events()).map((event) => event.type);
      const at = `dying ${when} unit ${nth}`;
      assert.equal(types.filter((t) => t === "INGESTED").length, 5, at);
      assert.equal(types.filter((t) => t === "PROCESSED").length, 5, at);
      assert.equal((await trial.waiting()).length, 5, at);
      const verified = value(await verifyEvents(trial.deps, trial.scope));
      assert.equal(verified.ok, true, at);
      assert.equal(await trial.runJobs(), 0, at);
    }
  }
  assert(reached >= 9, `only ${reached} crash points were reached`);
});
