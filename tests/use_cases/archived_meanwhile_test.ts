import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { incoming, value } from "../support/trial.ts";
import {
  described,
  KNOWN,
  NOVEL,
  openArchiving,
  OTHER,
} from "../support/archiving_trial.ts";

Deno.test("a record that was settled as what is archived before the job ends is decided again, without it", async () => {
  const trial = await openArchiving();
  const [before] = await trial.send(incoming());
  await trial.runJobs();
  assert.deepEqual(
    [(await trial.record(before!)).categoryId],
    [trial.office],
  );
  const ids = await trial.send(...described(KNOWN, NOVEL));
  await trial.runJobs();
  const records = await Promise.all(ids.map((id) => trial.record(id)));
  assert.deepEqual(
    records.map(({ status, outcome, categoryId }) => [
      status,
      outcome,
      categoryId,
    ]),
    [
      ["processed", "needs_review", null],
      ["processed", "needs_review", null],
    ],
  );
  assert.deepEqual(
    (await trial.waiting()).map(({ recordId, suggestion, because }) => [
      recordId,
      suggestion,
      because,
    ]).sort(),
    [
      [ids[0], null, "nothing_alike"],
      [ids[1], trial.fuel, "not_sure_enough"],
    ],
  );
  assert.deepEqual(await trial.told(ids), [[1, 1], [1, 1]]);
  // What was settled before keeps the category that it truly had.
  assert.equal((await trial.record(before!)).categoryId, trial.office);
});

Deno.test("a category that a model names is not suggested once it is archived: the model is asked about what is left", async () => {
  const trial = await openArchiving();
  const ids = await trial.send(...described(NOVEL, OTHER));
  await trial.runJobs();
  const waiting = await trial.waiting();
  assert.deepEqual(
    waiting.map(({ recordId, suggestion }) => [recordId, suggestion]).sort(),
    ids.map((id) => [id, trial.fuel]),
  );
  // The other record's answer names what is open: it is decided at once and not asked about again.
  assert.deepEqual(trial.asked(), [[NOVEL, OTHER], [NOVEL]]);
  assert.deepEqual(await trial.told(ids), [[1, 1], [0, 1]]);
  const decided = value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      waiting.map(({ id }) => ({
        approvalId: id,
        verdict: { kind: "approve" } as const,
        note: null,
      })),
    ),
  );
  assert.deepEqual(decided.results.map(({ ok }) => ok), [true, true]);
});
