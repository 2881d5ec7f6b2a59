import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { listConflicts } from "../../src/records/use_cases/list_conflicts.ts";
import { receiveDelivery } from "../../src/records/use_cases/receive_delivery.ts";
import { reprocessRecords } from "../../src/records/use_cases/reprocess_records.ts";
import { resolveConflict } from "../../src/records/use_cases/resolve_conflict.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import {
  type LimitTrial,
  newOnes,
  openLimitTrial,
  reached,
} from "../support/limit_trial.ts";
import { arrive } from "../support/sourced.ts";
import { incoming, runJobs, value } from "../support/trial.ts";
import { twice } from "../support/twice.ts";

/** That so many are stored, and so many counted. */
async function comesTo(trial: LimitTrial, count: number): Promise<void> {
  assert.equal((await trial.stored()).length, count);
  assert.deepEqual(await trial.counted(), [["2026-01", count]]);
}

/** What a person says of the version that was kept aside last. */
async function say(trial: LimitTrial, verdict: "both" | "take_new") {
  const { deps, scope } = trial;
  const page = { limit: 1, cursor: null };
  const { data: [open] } = value(
    await listConflicts(deps, scope, { isOpen: true }, page),
  );
  const { id } = open!.conflict;
  return resolveConflict(deps, scope, id, { verdict, seenVersion: null });
}

Deno.test("a record is counted once, by whatever way and however often it comes", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 3 } });
  const { deps, scope } = trial;
  const [a, b] = newOnes(2);
  const { record_ids } = value(await trial.accept([a!, b!]));
  await comesTo(trial, 2);
  value(await trial.accept([a!]));
  value(await receiveDelivery(deps, scope, [b!, a!]));
  await trial.runJobs();
  await arrive(trial, { externalId: "c", pending: true });
  await comesTo(trial, 3);
  // There is no room any more: what follows needs none.
  await arrive(trial, { externalId: "c", description: "Booked" });
  value(await trial.accept([b!, a!]));
  const recordIds = record_ids as readonly RecordId[];
  value(await reprocessRecords(deps, scope, { recordIds }));
  await trial.runJobs();
  await comesTo(trial, 3);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  value(await trial.accept([a!, b!]));
  await arrive(trial, { externalId: "c", description: "Booked otherwise" });
  await comesTo(trial, 3);
});

Deno.test("of versions that were kept aside the one that becomes a record is counted, and needs room", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 3 } });
  const [one, two, three] = newOnes(3);
  value(await trial.accept([one!, two!, three!]));
  value(await trial.accept([{ ...one!, description: "Another" }]));
  const refused = await say(trial, "both");
  assert(!refused.ok);
  assert.deepEqual(refused.failure, reached({ limit: 3, used: 3 }));
  await comesTo(trial, 3);
  value(await say(trial, "take_new"));
  await comesTo(trial, 3);
  value(await trial.accept([{ ...two!, description: "Another" }]));
  trial.clock.set("2026-02-01T00:00:00.000Z");
  value(await say(trial, "both"));
  assert.equal((await trial.stored()).length, 4);
  assert.deepEqual(await trial.counted(), [["2026-02", 1], ["2026-01", 3]]);
});

/** Ten records and no room for more, sent by one who repeats until it is answered, and what a job takes in. */
async function story(wrap: (uow: UnitOfWork) => UnitOfWork) {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 10 } });
  const { scope, feed } = trial;
  const deps = { ...trial.deps, uow: wrap(trial.deps.uow) };
  const [first, second] = [newOnes(4), newOnes(4)];
  await untilDone(() => trial.accept(first, deps));
  await untilDone(() => receiveDelivery(deps, scope, second));
  await untilDone(() => runJobs(deps, feed));
  await untilDone(() => trial.accept([...first, ...newOnes(2)], deps));
  await untilDone(() => runJobs(deps, feed));
  return trial;
}

async function holds(trial: LimitTrial, at: string): Promise<void> {
  assert.equal(new Set(await trial.stored()).size, 10, at);
  await comesTo(trial, 10);
  assert.deepEqual(await trial.warnings(), [
    "NEAR 8/10 until 2026-02-01",
    "REACHED 10/10 until 2026-02-01",
  ], at);
  const more = await trial.accept([incoming()]);
  assert(!more.ok, at);
}

Deno.test("a crash around any unit counts nothing twice, and nothing too little", async () => {
  let points = 0;
  for (const when of ["before", "inside", "after"] as CrashPoint[]) {
    for (let nth = 1;; nth++) {
      let died = () => false;
      const trial = await story((uow) => {
        const fate = dying(uow, nth, when);
        died = fate.died;
        return fate.uow;
      });
      if (!died()) break;
      points++;
      await holds(trial, `dying ${when} unit ${nth}`);
    }
  }
  assert(points >= 24, `only ${points} points were reached`);
});

Deno.test("a unit that is undone and done again counts once", async () => {
  await holds(await story(twice), "twice");
});
