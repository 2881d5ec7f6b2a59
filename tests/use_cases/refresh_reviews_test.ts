import assert from "node:assert/strict";
import type { Approval } from "../../src/approvals/approval.ts";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Job } from "../../src/events/job.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
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

Deno.test("what was taught settles what is alike and waits; what is still unsure is asked as of today", async () => {
  const trial = await openLearned();
  const { before, categories, job } = trial;
  value(await handleJob(trial.deps)(job));
  const after = await trial.waiting();
  const [novel] = after;
  assert.equal(after.length, 1);
  assert.equal(novel!.id, before[9]!.id);
  for (const [i, { recordId }] of before.slice(0, 9).entries()) {
    const { outcome, categoryId, source, trace } = await trial.record(recordId);
    assert.deepEqual([outcome, categoryId, source], [
      "auto",
      categories[i % 3],
      "similarity",
    ]);
    assert.equal(trace!.conclusion.kind, "settled");
  }
  // Spelling proposes something for every text once it was learned.
  const { trace } = await trial.record(novel!.recordId);
  const conclusion = trace!.conclusion;
  assert(conclusion.kind === "needs_review");
  assert.equal(before[9]!.suggestion, null);
  assert.notEqual(novel!.suggestion, null);
  assert.deepEqual(
    [novel!.suggestion, novel!.because, novel!.confidence],
    [conclusion.suggestion, conclusion.because, conclusion.confidence],
  );
  assert.notEqual(novel!.alikeKey, before[9]!.alikeKey);
  assert(novel!.stake < before[9]!.stake);
  assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [
    { version: 1, settled: 9, renewed: 1, next_after: null },
  ]);
  const processed = (await told(trial, "PROCESSED"))
    .filter(({ outcome }) => outcome === "auto");
  assert.equal(processed.length, 9);

  value(await handleJob(trial.deps)(job));
  assert.deepEqual(await trial.waiting(), after, "delivered twice");
  assert.equal((await told(trial, "REVIEWS_REFRESHED")).length, 1);
});

Deno.test("what somebody is at is left as it is", async () => {
  const claimed = await openLearned({}, async ({ deps, scope }) => {
    const got = value(
      await claimApprovals(deps, scope, {
        limit: 2,
        leaseMs: 600_000,
        order: "oldest",
      }),
    );
    assert.equal(got.length, 2);
  });
  value(await handleJob(claimed.deps)(claimed.job));
  const left = await claimed.waiting();
  assert.deepEqual(
    left.map(({ id }) => id),
    [0, 1, 9].map((i) => claimed.before[i]!.id),
  );
  assert.equal(left[0]!.suggestion, claimed.before[0]!.suggestion);
});

Deno.test("an item of which one of two members has said what it is keeps its suggestion and that word", async () => {
  const { deps, before, job, waiting } = await openLearned(
    {},
    async ({ deps, scope, categories }, [first]) => {
      const [category] = await categories("Sundries");
      value(
        await changeTenant(deps, scope, {
          change: {
            settings: { fourEyesAbove: [{ minor: "100", currency: "GBP" }] },
          },
          seenVersion: null,
        }),
      );
      const verdict = { kind: "override", categoryId: category! } as const;
      const { results } = value(
        await decideApprovals(deps, scope, [
          { approvalId: first!.id, verdict, note: null },
        ]),
      );
      assert(results[0]!.ok);
    },
  );
  value(await handleJob(deps)(job));
  const after = await waiting();
  assert.deepEqual(after.map(({ id }) => id), [before[0]!.id, before[9]!.id]);
  const [left] = after;
  assert(left!.state.kind === "waiting");
  assert.equal(left!.state.verdicts.length, 1);
  assert.equal(left!.suggestion, before[0]!.suggestion);
});

Deno.test("what is decided, claimed or corrected between the reading and the writing stays as that left it", async () => {
  const trial = await openLearned();
  const { deps, scope, before, categories, job } = trial;
  const meanwhile = async () => {
    const verdict = { kind: "override", categoryId: categories[2]! } as const;
    const { results } = value(
      await decideApprovals(deps, scope, [
        { approvalId: before[0]!.id, verdict, note: null },
      ]),
    );
    assert(results[0]!.ok);
    const [claimed] = value(
      await claimApprovals(deps, scope, {
        limit: 1,
        leaseMs: 600_000,
        order: "oldest",
      }),
    );
    assert.equal(claimed!.id, before[1]!.id);
    value(
      await correctRecord(deps, scope, before[2]!.recordId, {
        correction: { description: "garden shears" },
        seenVersion: null,
      }),
    );
  };
  // What it is decided by, what waits: then others have their turn.
  let runs = 0;
  const uow: typeof deps.uow = {
    async run(permit, work) {
      if (++runs === 3) await meanwhile();
      return await deps.uow.run(permit, work);
    },
  };
  value(await handleJob({ ...deps, uow })(job));
  assert(runs >= 3);
  const decided = await trial.record(before[0]!.recordId);
  assert.deepEqual([decided.status, decided.categoryId], [
    "approved",
    categories[2],
  ]);
  const left = await trial.waiting();
  assert.deepEqual(
    left.map(({ id }) => id),
    [1, 2, 9].map((i) => before[i]!.id),
  );
  assert.notEqual(left[0]!.lease, null);
  const corrected = await trial.record(before[2]!.recordId);
  assert.deepEqual([corrected.description, corrected.outcome], [
    "garden shears",
    "needs_review",
  ]);
  const [one] = await told(trial, "REVIEWS_REFRESHED");
  assert.deepEqual([one!.settled, one!.renewed], [6, 1]);
});

Deno.test("more than a batch goes on in a job after the other, to the last item", async () => {
  const trial = await openLearned({}, undefined, 519);
  value(await handleJob(trial.deps)(trial.job));
  const [first] = await told(trial, "REVIEWS_REFRESHED");
  assert.deepEqual(first, {
    version: 1,
    settled: 500,
    renewed: 0,
    next_after: trial.before[499]!.id,
  });
  const next = await untilRefresh(trial);
  value(await handleJob(trial.deps)(next));
  const [, second] = await told(trial, "REVIEWS_REFRESHED");
  assert.deepEqual(second, {
    version: 1,
    settled: 19,
    renewed: 1,
    next_after: null,
  });
  assert.equal((await trial.waiting()).length, 1);
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

Deno.test("a part of what is settled is audited under the id that waited, so that nothing tells", async () => {
  const trial = await openLearned({ auditRate: 0.5 });
  value(await handleJob(trial.deps)(trial.job));
  const after = await trial.waiting();
  const ids = new Set(trial.before.map(({ id }) => id));
  assert(after.every(({ id }) => ids.has(id)));
  const audits = after.filter(({ because }) => because === "audit");
  assert(audits.length >= 1 && audits.length <= 5);
  for (const { recordId, inclusion, shownAs, state } of audits) {
    assert.equal((await trial.record(recordId)).outcome, "auto");
    assert(inclusion > 0 && inclusion < 1);
    assert.equal(shownAs!.because, "not_sure_enough");
    assert.equal(state.kind, "waiting");
  }
  const [one] = await told(trial, "REVIEWS_REFRESHED");
  assert.equal(one!.settled, 9);
});

Deno.test("a process that dies anywhere loses nothing and settles nothing twice", async () => {
  const expected = { version: 1, settled: 9, renewed: 1, next_after: null };
  for (let nth = 1;; nth++) {
    for (const when of ["inside", "after"] as const) {
      const trial = await openLearned();
      const mortal = dying(trial.deps.uow, nth, when);
      const handle = handleJob({ ...trial.deps, uow: mortal.uow });
      await untilDone(() => handle(trial.job));
      assert.deepEqual(await told(trial, "REVIEWS_REFRESHED"), [expected]);
      assert.equal((await trial.waiting()).length, 1);
      const auto = (await told(trial, "PROCESSED"))
        .filter(({ outcome }) => outcome === "auto");
      assert.equal(auto.length, 9);
      if (!mortal.died()) return;
    }
  }
});
