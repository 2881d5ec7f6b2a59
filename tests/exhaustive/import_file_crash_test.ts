import assert from "node:assert/strict";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { openTrial } from "../support/trial.ts";
import { DONE, send, stateOf, work } from "../support/imported_file.ts";

Deno.test("a worker that dies anywhere loses nothing, doubles nothing, and leaves no bytes", async () => {
  for (const when of ["before", "inside", "after"] as CrashPoint[]) {
    for (let nth = 1;; nth++) {
      const trial = await openTrial();
      const id = await send(trial);
      const fate = dying(trial.deps.uow, nth, when);
      const mortal = { ...trial.deps, uow: fate.uow };
      await untilDone(() => fate.died() ? work(trial) : work(trial, mortal));
      await work(trial);
      assert.deepEqual(await stateOf(trial, id), DONE, `${when} ${nth}`);
      const told = (await trial.events()).map(({ type }) => type);
      assert.equal(told.filter((type) => type === "IMPORT_DONE").length, 1);
      assert.equal(told.filter((type) => type === "INGESTED").length, 5);
      if (!fate.died()) break;
    }
  }
});
