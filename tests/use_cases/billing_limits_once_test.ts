import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import { listConflicts } from "../../src/records/use_cases/list_conflicts.ts";
import { receiveDelivery } from "../../src/records/use_cases/receive_delivery.ts";
import { reprocessRecords } from "../../src/records/use_cases/reprocess_records.ts";
import { resolveConflict } from "../../src/records/use_cases/resolve_conflict.ts";
import {
  type LimitTrial,
  newOnes,
  openLimitTrial,
  reached,
} from "../support/limit_trial.ts";
import { arrive } from "../support/sourced.ts";
import { value } from "../support/trial.ts";
import { twice } from "../support/twice.ts";
import { comesTo, holds, story } from "../support/limit_story.ts";

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

Deno.test("a unit that is undone and done again counts once", async () => {
  await holds(await story(twice), "twice");
});
