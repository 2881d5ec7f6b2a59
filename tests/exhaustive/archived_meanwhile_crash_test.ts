import assert from "node:assert/strict";
import type { CategoryId } from "../../src/kernel/ids.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { runJobs } from "../support/trial.ts";
import {
  described,
  KNOWN,
  NOVEL,
  openArchiving,
  OTHER,
} from "../support/archiving_trial.ts";

/** Three records of which two come out as office, archived meanwhile, and the process dies somewhere on the way. */
async function story(nth: number, when: CrashPoint) {
  const trial = await openArchiving();
  const fate = dying(trial.deps.uow, nth, when);
  const mortal = { ...trial.deps, uow: fate.uow };
  const records = described(KNOWN, NOVEL, OTHER);
  await untilDone(() => acceptRecords(mortal, trial.scope, records));
  await untilDone(() => runJobs(mortal, trial.feed));
  return { trial, died: fate.died() };
}

Deno.test("wherever a process dies, every record ends decided, and none with the archived category", async () => {
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { trial, died } = await story(nth, when);
      const suggested = (await trial.waiting()).map(({ suggestion }) =>
        suggestion
      );
      const expected: (CategoryId | null)[] = [null, trial.fuel, trial.fuel];
      assert.deepEqual(
        suggested.sort(),
        expected.sort(),
        `dying ${when} unit ${nth}`,
      );
      if (!died) break;
    }
  }
});
