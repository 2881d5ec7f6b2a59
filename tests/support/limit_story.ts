import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { receiveDelivery } from "../../src/records/use_cases/receive_delivery.ts";
import { untilDone } from "./crash.ts";
import { type LimitTrial, newOnes, openLimitTrial } from "./limit_trial.ts";
import { incoming, runJobs } from "./trial.ts";

/** That so many are stored, and so many counted. */
export async function comesTo(trial: LimitTrial, count: number): Promise<void> {
  assert.equal((await trial.stored()).length, count);
  assert.deepEqual(await trial.counted(), [["2026-01", count]]);
}

/** Ten records and no room for more, sent by one who repeats until it is answered, and what a job takes in. */
export async function story(wrap: (uow: UnitOfWork) => UnitOfWork) {
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

export async function holds(trial: LimitTrial, at: string): Promise<void> {
  assert.equal(new Set(await trial.stored()).size, 10, at);
  await comesTo(trial, 10);
  assert.deepEqual(await trial.warnings(), [
    "NEAR 8/10 until 2026-02-01",
    "REACHED 10/10 until 2026-02-01",
  ], at);
  const more = await trial.accept([incoming()]);
  assert(!more.ok, at);
}
