import assert from "node:assert/strict";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { reprocessRecords } from "../../src/records/use_cases/reprocess_records.ts";
import { readRecord } from "../../src/records/use_cases/read_record.ts";
import { listRules } from "../../src/rules/use_cases/list_rules.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { incoming, openTrial, runJobs, value } from "../support/trial.ts";

async function oneWaiting() {
  const trial = await openTrial();
  const [office, fuel] = await trial.categories("Office", "Fuel");
  const [recordId] = await trial.send(incoming());
  await trial.runJobs();
  const [approval] = await trial.waiting();
  const colleague = (n: number) =>
    openScope(trial.tenant.id, {
      kind: "member",
      id: `usr_colleague${n}`,
      role: "reviewer",
    });
  return {
    trial,
    office: office!,
    fuel: fuel!,
    recordId: recordId!,
    approval: approval!,
    colleague,
  };
}

Deno.test("of twenty reviewers who decide one item at once just one wins", async () => {
  const { trial, office, approval, colleague } = await oneWaiting();
  const all = await Promise.all(
    Array.from(
      { length: 20 },
      (_, n) =>
        decideApprovals(trial.deps, colleague(n), [{
          approvalId: approval.id,
          verdict: { kind: "override", categoryId: office },
          note: null,
        }]),
    ),
  );
  const results = all.map((one) => value(one).results[0]!);
  assert.equal(results.filter((one) => one.ok).length, 1);
  assert(
    results.every((one) =>
      one.ok || one.failure.kind === "approval.already_decided"
    ),
  );
  const told = (await trial.events())
    .filter((event) => event.type === "TX_OVERRIDDEN");
  assert.equal(told.length, 1);
});

Deno.test("a claimed item is the claimer's until the lease ends", async () => {
  const { trial, office, approval, colleague } = await oneWaiting();
  const claimed = value(
    await claimApprovals(trial.deps, colleague(1), {
      limit: 5,
      leaseMs: 60_000,
    }),
  );
  assert.deepEqual(claimed.map((one) => one.id), [approval.id]);
  const nothing = value(
    await claimApprovals(trial.deps, colleague(2), { limit: 5, leaseMs: 1 }),
  );
  assert.deepEqual(nothing, []);
  const decision = {
    approvalId: approval.id,
    verdict: { kind: "override", categoryId: office },
    note: null,
  } as const;
  const refused = value(
    await decideApprovals(trial.deps, colleague(2), [decision]),
  ).results[0]!;
  assert(!refused.ok);
  assert.equal(refused.failure.kind, "approval.claimed");
  trial.clock.advance(60_000);
  const late = value(
    await decideApprovals(trial.deps, colleague(2), [decision]),
  ).results[0]!;
  assert.equal(late.ok, true);
});

Deno.test("each decision of many stands or is refused by itself", async () => {
  const { trial, office, approval } = await oneWaiting();
  await trial.send(incoming({ description: "Other thing" }));
  await trial.runJobs();
  const [, other] = await trial.waiting();
  const { results } = value(
    await decideApprovals(trial.deps, trial.scope, [
      { approvalId: approval.id, verdict: { kind: "approve" }, note: null },
      {
        approvalId: other!.id,
        verdict: { kind: "override", categoryId: office },
        note: null,
      },
      { approvalId: "apr_none", verdict: { kind: "reject" }, note: null },
    ]),
  );
  assert.deepEqual(
    results.map((one) => one.ok ? "ok" : one.failure.kind),
    ["approval.nothing_suggested", "ok", "approval.missing"],
  );
});

Deno.test("an override can create the rule that would have said so", async () => {
  const { trial, office, approval } = await oneWaiting();
  const { ruleId } = value(
    await decideApprovals(trial.deps, trial.scope, [{
      approvalId: approval.id,
      verdict: { kind: "override", categoryId: office },
      note: null,
    }], {
      createRule: {
        name: "Tallow & Reed",
        enabled: true,
        when: { field: "description", op: "starts_with", value: "tallow" },
        then: { category_id: office },
        continue: false,
      },
    }),
  );
  const { set } = value(await listRules(trial.deps, trial.scope));
  assert.deepEqual(set.rules.map((rule) => rule.id), [ruleId]);
  const [next] = await trial.send(incoming({ description: "TALLOW 7" }));
  await trial.runJobs();
  assert.equal((await trial.record(next!)).source, "rule");
});

Deno.test("a rule that cannot be made leaves the decision undone too", async () => {
  const { trial, office, approval, recordId } = await oneWaiting();
  const result = await decideApprovals(trial.deps, trial.scope, [{
    approvalId: approval.id,
    verdict: { kind: "override", categoryId: office },
    note: null,
  }], {
    createRule: {
      name: "nowhere",
      enabled: true,
      when: { field: "description", op: "equals", value: "x" },
      then: { category_id: "cat_nowhere" },
      continue: false,
    },
  });
  assert(!result.ok);
  assert.equal(result.failure.kind, "rule.unknown_category");
  assert.equal((await trial.record(recordId)).status, "processed");
  assert.equal((await trial.waiting()).length, 1);
});

Deno.test("a person's correction settles the record, withdraws the approval and outlives processing", async () => {
  const { trial, office, fuel, approval, recordId } = await oneWaiting();
  value(
    await correctRecord(trial.deps, trial.scope, recordId, {
      correction: { categoryId: fuel, counterparty: "Quill" },
      seenVersion: null,
    }),
  );
  assert.deepEqual(await trial.waiting(), []);
  const late = value(
    await decideApprovals(trial.deps, trial.scope, [{
      approvalId: approval.id,
      verdict: { kind: "override", categoryId: office },
      note: null,
    }]),
  ).results[0]!;
  assert(!late.ok);
  assert.equal(late.failure.kind, "approval.withdrawn");
  const requeued = value(
    await reprocessRecords(trial.deps, trial.scope, { recordIds: [recordId] }),
  );
  assert.deepEqual(requeued, { requeued: 0, skipped: 1, next_cursor: null });
  await trial.runJobs();
  const record = await trial.record(recordId);
  assert.deepEqual(
    [record.status, record.categoryId, record.counterparty, record.source],
    ["approved", fuel, "Quill", "person"],
  );
});

Deno.test("a correction seen at an old version is refused", async () => {
  const { trial, fuel, recordId } = await oneWaiting();
  const result = await correctRecord(trial.deps, trial.scope, recordId, {
    correction: { categoryId: fuel },
    seenVersion: 1,
  });
  assert(!result.ok);
  assert.equal(result.failure.kind, "record.stale");
});

Deno.test("reprocessing keeps the earlier trace and opens one approval at a time", async () => {
  const { trial, recordId } = await oneWaiting();
  const before = await trial.record(recordId);
  trial.clock.advance(1_000);
  const requeued = value(
    await reprocessRecords(trial.deps, trial.scope, {
      filter: { outcome: "needs_review" },
      page: { limit: 100, cursor: null },
    }),
  );
  assert.equal(requeued.requeued, 1);
  await trial.runJobs();
  assert.equal((await trial.waiting()).length, 1);
  const { past } = value(await readRecord(trial.deps, trial.scope, recordId));
  assert.deepEqual(
    past.earlierTraces.map((earlier) => earlier.trace),
    [before.trace],
  );
});

Deno.test("a record corrected while it is being processed is not left behind", async () => {
  const trial = await openTrial();
  await trial.categories("Office");
  const [id] = await trial.send(incoming());
  const { deps } = trial;
  let meddled = false;
  const meddling = {
    ...deps,
    embedder: {
      ...deps.embedder,
      async embed(texts: readonly string[]) {
        if (!meddled) {
          meddled = true;
          value(
            await correctRecord(deps, trial.scope, id!, {
              correction: { counterparty: "Corrected" },
              seenVersion: null,
            }),
          );
        }
        return await deps.embedder.embed(texts);
      },
    },
  };
  await runJobs(meddling, trial.feed);
  assert.equal(meddled, true);
  const record = await trial.record(id!);
  assert.deepEqual(
    [record.status, record.counterparty],
    ["processed", "Corrected"],
  );
});
