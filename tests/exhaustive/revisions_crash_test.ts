import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { ok } from "../../src/kernel/result.ts";
import { listConflicts } from "../../src/records/use_cases/list_conflicts.ts";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { resolveConflict } from "../../src/records/use_cases/resolve_conflict.ts";
import { dying, untilDone } from "../support/crash.ts";
import { arrive, type Told } from "../support/sourced.ts";
import { openTrial, runJobs, value } from "../support/trial.ts";
import { twice } from "../support/twice.ts";

const PAGE = { limit: 200, cursor: null };
const PENDING: Told = {
  externalId: "p1",
  pending: true,
  description: "Bramble Coffee",
};
const BOOKED: Told = {
  externalId: "b1",
  supersedes: "p1",
  description: "BRAMBLE COFFEE LEEDS",
};
const OTHER: Told = { ...BOOKED, amount: { minor: "5", currency: "EUR" } };

/** A payment from pending to booked, and one of its versions that is another payment, as somebody says who is asked. */
async function story(wrap: (uow: UnitOfWork) => UnitOfWork) {
  const trial = await openTrial();
  const deps = { ...trial.deps, uow: wrap(trial.deps.uow) };
  const mortal = { deps, scope: trial.scope };
  const twin = { ...PENDING, externalId: "p2" };
  for (const set of [[PENDING, twin], [BOOKED], [OTHER]]) {
    await untilDone(async () => ok(await arrive(mortal, ...set)));
    await untilDone(() => runJobs(deps, trial.feed));
  }
  const [open] = value(
    await listConflicts(
      trial.deps,
      trial.scope,
      { isOpen: true },
      PAGE,
    ),
  ).data;
  await untilDone(() =>
    resolveConflict(deps, trial.scope, open!.conflict.id, {
      verdict: "both",
      seenVersion: null,
    })
  );
  await untilDone(() => runJobs(deps, trial.feed));
  const { data, pending } = value(
    await listRecords(trial.deps, trial.scope, {}, PAGE),
  );
  const count = new Map<string, number>();
  for (const { type } of await trial.events()) {
    count.set(type, (count.get(type) ?? 0) + 1);
  }
  const told = [
    "INGESTED",
    "RECORD_UPDATED",
    "RECORD_CONFLICTED",
    "RECORD_CONFLICT_RESOLVED",
    "PROCESSED",
  ].map((type) => count.get(type));
  const records = data.map((one) => [
    one.externalId.replace(/cfl_.*/, "cfl"),
    one.amount!.minor,
    one.status,
    pending.has(one.id),
  ]).toSorted();
  const verified = value(await verifyEvents(trial.deps, trial.scope));
  return { records, told, ok: verified.ok };
}

const EXPECTED = {
  records: [
    ["b1", "-1250", "processed", false],
    ["b1~cfl", "5", "processed", false],
    ["p2", "-1250", "processed", true],
  ],
  told: [3, 1, 1, 1, 3],
  ok: true,
};

Deno.test("a crash around any unit that takes versions in or resolves a conflict loses nothing and does nothing twice", async () => {
  let reached = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      let fate: ReturnType<typeof dying> | undefined;
      const told = await story((uow) => {
        fate = dying(uow, nth, when);
        return fate.uow;
      });
      assert.deepEqual(told, EXPECTED, `dying ${when} unit ${nth}`);
      if (!fate!.died()) break;
      reached++;
    }
  }
  assert(reached >= 15, `only ${reached} crash points were reached`);
});

Deno.test("a unit that takes versions in or resolves a conflict may run twice", async () => {
  assert.deepEqual(await story(twice), EXPECTED);
});
