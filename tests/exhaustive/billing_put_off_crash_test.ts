import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { type LimitTrial, openLimitTrial } from "../support/limit_trial.ts";
import { runJobs, value } from "../support/trial.ts";
import { twice } from "../support/twice.ts";

/** All that can wait for room, of which five records find some. Nine are in the end. */
async function sent(): Promise<LimitTrial> {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 5 } });
  await trial.deliver(["a", "b"]);
  const till = await trial.webhooks();
  for (const id of ["c", "d"]) await trial.hook(till, id);
  await trial.upload(["e", "f", "g"]);
  await trial.deliver(["h", "i"]);
  return trial;
}

const ALL = [..."abcdefghi"];

/** Works until nothing is left to do that is due, and once more where it died. */
function works({ deps, feed }: LimitTrial, uow: UnitOfWork) {
  return untilDone(() => runJobs({ ...deps, uow }, feed));
}

/** Until the month turns, or until a larger plan, while `wrap` has the units of all jobs. */
async function story(
  how: "month" | "plan",
  wrap: (uow: UnitOfWork) => UnitOfWork,
): Promise<LimitTrial> {
  const trial = await sent();
  const uow = wrap(trial.deps.uow);
  await works(trial, uow);
  // A job that had done its work and died before it was settled finds that it was done.
  assert.equal((await trial.stored()).length, 5);
  if (how === "month") trial.clock.set("2026-02-01T00:00:00.000Z");
  else {
    await trial.buy();
    for (const one of await trial.world.messages()) await trial.heard(one);
  }
  await works(trial, uow);
  return trial;
}

async function holds(trial: LimitTrial, how: "month" | "plan", at: string) {
  assert.deepEqual((await trial.stored()).toSorted(), ALL, at);
  const counted = how === "month"
    ? [["2026-02", 4], ["2026-01", 5]]
    : [["2026-01", 9]];
  assert.deepEqual(await trial.counted(), counted, at);
  const types = (await trial.events()).map(({ type }) => type);
  const count = (type: string) => types.filter((one) => one === type).length;
  assert.deepEqual([count("INGESTED"), count("IMPORT_DONE")], [9, 1], at);
  assert.equal(count("LIMIT_REACHED"), 1, at);
  assert.equal(await trial.waitingJobs(), 0, at);
  assert.equal(value(await verifyEvents(trial.deps, trial.scope)).ok, true, at);
  trial.clock.set("2026-03-01T00:00:00.000Z");
  await trial.runJobs();
  assert.equal((await trial.stored()).length, 9, at);
}

for (const how of ["month", "plan"] as const) {
  Deno.test(`whatever dies while things wait for ${how === "month" ? "the next month" : "a larger plan"}, nothing of them is lost and nothing is counted twice`, async () => {
    let points = 0;
    for (const when of ["before", "inside", "after"] as CrashPoint[]) {
      for (let nth = 1;; nth++) {
        let died = () => false;
        const trial = await story(how, (uow) => {
          const fate = dying(uow, nth, when);
          died = fate.died;
          return fate.uow;
        });
        if (!died()) break;
        points++;
        await holds(trial, how, `dying ${when} unit ${nth}`);
      }
    }
    assert(points > 60, `only ${points} points were reached`);
  });

  Deno.test(`units that are undone and done again while things wait for ${how === "month" ? "the next month" : "a larger plan"} come to the same`, async () => {
    await holds(await story(how, twice), how, "twice");
  });
}
