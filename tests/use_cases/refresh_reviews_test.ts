import assert from "node:assert/strict";
import type { Approval } from "../../src/approvals/approval.ts";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Job } from "../../src/events/job.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import { dying, untilDone } from "../support/crash.ts";
import { watched } from "../support/outside_tx.ts";
import { take } from "../support/take.ts";
import { incoming, openTrial, value } from "../support/trial.ts";
import { twice } from "../support/twice.ts";

const TEXTS = ["oak boards", "copy paper", "diesel"];
const NOVEL = "quillback hosting";

type Trial = Awaited<ReturnType<typeof openTrial>>;

const record = (text: string, i: number) =>
  incoming({ description: `${text} ${i}` });

/** Does all jobs but that which refreshes; answers that. */
async function untilRefresh(
  { deps, feed }: Pick<Trial, "deps" | "feed">,
): Promise<Job> {
  for (;;) {
    const now = deps.clock.now();
    const jobs = await take(feed, 100, now, plusMs(now, 1));
    assert(jobs.length > 0, "nothing refreshes");
    for (const job of jobs) {
      if (job.task.kind === "refresh_reviews") return job;
      value(await handleJob(deps)(job));
    }
  }
}

/** A tenant of which 9 records (or `alike`), as many of each text, and one like no other, wait since before anything was learned. */
async function openLearned(
  settings: Partial<TenantSettings> = {},
  wrap: (trial: Trial, waiting: readonly Approval[]) => Promise<unknown> = () =>
    Promise.resolve(),
  alike = 9,
) {
  const trial = await openTrial({
    settings: { similarityThreshold: 0.6, auditRate: 0, ...settings },
    wrap: (uow) => twice(watched(uow)),
  });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  await trial.send(
    ...Array.from({ length: alike }, (_, i) => record(TEXTS[i % 3]!, i)),
    record(NOVEL, 1),
  );
  await trial.runJobs();
  const before = await trial.waiting();
  assert.equal(before.length, alike + 1);
  const ids = await trial.send(
    ...Array.from({ length: 120 }, (_, i) => record(TEXTS[i % 3]!, 1_000 + i)),
  );
  await trial.runJobs();
  const truth = new Map<RecordId, CategoryId>(
    ids.map((id, i) => [id, categories[i % 3]!]),
  );
  const taught = (await trial.waiting())
    .filter(({ recordId }) => truth.has(recordId));
  assert.equal(taught.length, 120);
  value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      taught.map(({ id, recordId }) => ({
        approvalId: id,
        verdict: { kind: "override", categoryId: truth.get(recordId)! },
        note: null,
      })),
    ),
  );
  await wrap(trial, before);
  const job = await untilRefresh(trial);
  return { ...trial, categories, before, job };
}

const told = async (trial: Pick<Trial, "events">, type: string) =>
  (await trial.events()).filter((event) => event.type === type)
    .map(({ payload }) => payload);

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

Deno.test("more than a batch goes on in a job after the other, to the last item", async () => {
  const trial = await openLearned({}, undefined, 519);
  value(await handleJob(trial.deps)(trial.job));
  const first = { version: 1, moved: 500, next_after: trial.before[499]!.id };
  assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [first]);
  const next = await untilRefresh(trial);
  value(await handleJob(trial.deps)(next));
  assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [
    first,
    { version: 1, moved: 20, next_after: null },
  ]);
  assert.equal(await trial.runJobs(), 0);
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

Deno.test("a process that dies anywhere moves everything, and tells it once", async () => {
  const expected = { version: 1, moved: 10, next_after: null };
  for (let nth = 1;; nth++) {
    for (const when of ["inside", "after"] as const) {
      const trial = await openLearned();
      const mortal = dying(trial.deps.uow, nth, when);
      const handle = handleJob({ ...trial.deps, uow: mortal.uow });
      await untilDone(() => handle(trial.job));
      assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [expected]);
      if (!mortal.died()) return;
    }
  }
});
