import assert from "node:assert/strict";
import type { Approval } from "../../src/approvals/approval.ts";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { value } from "../support/trial.ts";
import {
  openLearned,
  record,
  TEXTS,
  told,
} from "../support/learned_reviews.ts";

const stakes = (items: readonly Approval[]) => items.map(({ stake }) => stake);

/** All but what moves. */
const shown = (items: readonly Approval[]) =>
  items.map(({ stake: _stake, version: _version, ...rest }) => rest);

Deno.test("what was answered by way of others moves back in the order, and is shown as it was", async () => {
  const trial = await openLearned();
  const { before, job } = trial;
  const records = await Promise.all(
    before.map(({ recordId }) => trial.record(recordId)),
  );
  value(await handleJob(trial.deps)(job));
  const after = await trial.waiting();
  assert.deepEqual(shown(after), shown(before));
  for (const [i, { stake }] of after.entries()) {
    assert(stake < before[i]!.stake, String(i));
  }
  // What is like nothing that was taught is the least sure.
  assert(after.slice(0, 9).every(({ stake }) => stake < after[9]!.stake));
  assert.deepEqual(
    await Promise.all(before.map(({ recordId }) => trial.record(recordId))),
    records,
  );
  assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [
    { version: 1, moved: 10, next_after: null },
  ]);

  value(await handleJob(trial.deps)(job));
  assert.deepEqual(await trial.waiting(), after, "delivered twice");
  assert.equal((await told(trial, "REVIEWS_REFRESHED")).length, 1);
});

Deno.test("what somebody is at stays where it is, also when that began between the reading and the writing", async () => {
  const trial = await openLearned();
  const { deps, scope, before, job } = trial;
  // What it is weighed by, what waits: then others have their turn.
  let runs = 0;
  const uow: typeof deps.uow = {
    async run(permit, work) {
      if (++runs === 3) {
        const claim = { limit: 2, leaseMs: 600_000, order: "oldest" } as const;
        assert.equal(value(await claimApprovals(deps, scope, claim)).length, 2);
      }
      return await deps.uow.run(permit, work);
    },
  };
  value(await handleJob({ ...deps, uow })(job));
  assert(runs >= 3);
  const after = await trial.waiting();
  assert.deepEqual(stakes(after.slice(0, 2)), stakes(before.slice(0, 2)));
  assert(after[2]!.stake < before[2]!.stake);
  const [one] = await told(trial, "REVIEWS_REFRESHED");
  assert.equal(one!.moved, 8);
});

Deno.test("what was decided meanwhile stays decided", async () => {
  const trial = await openLearned({}, async (trial, [first]) => {
    const [category] = await trial.categories("Sundries");
    const verdict = { kind: "override", categoryId: category! } as const;
    value(
      await decideApprovals(trial.deps, trial.scope, [
        { approvalId: first!.id, verdict, note: null },
      ]),
    );
  });
  value(await handleJob(trial.deps)(trial.job));
  const { status } = await trial.record(trial.before[0]!.recordId);
  assert.equal(status, "approved");
  assert.deepEqual(
    (await trial.waiting()).map(({ id }) => id),
    trial.before.slice(1).map(({ id }) => id),
  );
});

Deno.test("an audit tells by no move how sure it was", async () => {
  const trial = await openLearned();
  const { deps, scope } = trial;
  value(
    await changeTenant(deps, scope, {
      change: { settings: { auditRate: 1, similarityThreshold: 0.1 } },
      seenVersion: null,
    }),
  );
  await trial.send(record(TEXTS[0]!, 5_000));
  // The job that refreshes runs after it.
  await trial.runJobs();
  const audits = (await trial.waiting())
    .filter(({ because }) => because === "audit");
  assert.equal(audits.length, 1);
  value(await handleJob(deps)(trial.job));
  const left = (await trial.waiting())
    .filter(({ because }) => because === "audit");
  assert.deepEqual(left, audits);
});

Deno.test("a job of an earlier version changes nothing, and none follows it", async () => {
  const { deps, before, job, waiting, ...trial } = await openLearned();
  assert(job.task.kind === "refresh_reviews");
  const task = { ...job.task, version: job.task.version - 1 };
  value(await handleJob(deps)({ ...job, task }));
  assert.deepEqual(await waiting(), before);
  assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), []);
  assert.equal(await trial.runJobs(), 0);
});
