import assert from "node:assert/strict";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { readApprovalHistory } from "../../src/approvals/use_cases/read_history.ts";
import { undoDecision } from "../../src/approvals/use_cases/undo_decision.ts";
import type { Approval, Verdict } from "../../src/approvals/approval.ts";
import type { DecisionId } from "../../src/kernel/ids.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { value } from "../support/trial.ts";
import { open, standing, type Trial } from "../support/decided_trial.ts";

async function decide(
  trial: Trial,
  approvals: readonly Approval[],
  verdict: Verdict,
): Promise<DecisionId> {
  const decided = value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      approvals.map(({ id }) => ({ approvalId: id, verdict, note: null })),
    ),
  );
  return decided.decisionId!;
}

Deno.test("an undo of one item leaves the others of its decision, and shows in its history", async () => {
  const { trial } = await open();
  const before = await standing(trial);
  const waiting = await trial.waiting();
  const decisionId = await decide(trial, waiting, { kind: "reject" });
  const [one] = waiting;
  const undone = value(
    await undoDecision(trial.deps, trial.scope, { approvalId: one!.id }),
  );
  assert.deepEqual(undone.map(({ id, lease }) => [id, lease]), [
    [one!.id, null],
  ]);
  const again = await undoDecision(trial.deps, trial.scope, {
    approvalId: one!.id,
  });
  assert.equal(again.ok ? "" : again.failure.kind, "decision.not_undoable");
  value(await undoDecision(trial.deps, trial.scope, { decisionId }));
  assert.deepEqual(await standing(trial), before);
  const twice = await undoDecision(trial.deps, trial.scope, { decisionId });
  assert.equal(twice.ok ? "" : twice.failure.kind, "decision.undone");
  const history = value(
    await readApprovalHistory(trial.deps, trial.scope, one!.id),
  );
  assert.deepEqual(
    history.map(({ kind, by, decisionId }) => [kind, by, decisionId]),
    [
      ["asked", null, null],
      ["decided", trial.owner.id, decisionId],
      ["undone", trial.owner.id, decisionId],
    ],
  );
  const told = (await trial.events())
    .filter(({ type }) => type === "DECISION_UNDONE");
  assert.equal(told.length, waiting.length);
});

Deno.test("nothing of a decision is undone where one of its records was corrected since", async () => {
  const { trial, categories } = await open();
  const waiting = await trial.waiting();
  const decisionId = await decide(trial, waiting, { kind: "approve" });
  value(
    await correctRecord(trial.deps, trial.scope, waiting[1]!.recordId, {
      correction: { categoryId: categories[1]! },
      seenVersion: null,
    }),
  );
  const before = await standing(trial);
  const undone = await undoDecision(trial.deps, trial.scope, { decisionId });
  assert(!undone.ok);
  assert.equal(undone.failure.kind, "decision.changed_since");
  assert.deepEqual(undone.failure.facts, {
    changed: [{
      approval_id: waiting[1]!.id,
      record_id: waiting[1]!.recordId,
    }],
  });
  assert.deepEqual(await standing(trial), before);
});

Deno.test("a shown set is decided whole or not at all, and the answer says what changed", async () => {
  const { trial } = await open();
  const waiting = await trial.waiting();
  await decide(trial, [waiting[2]!], { kind: "reject" });
  const before = await standing(trial);
  const decideSet = (recordVersion: number) =>
    decideApprovals(
      trial.deps,
      trial.scope,
      waiting.map(({ id }, i) => ({
        approvalId: id,
        verdict: { kind: "reject" } as const,
        note: null,
        recordVersion: i === 0 ? recordVersion : null,
      })),
      { allOrNone: "all" },
    );
  const refused = await decideSet(99);
  assert(!refused.ok);
  assert.deepEqual(refused.failure.facts, {
    changed: [
      { approval_id: waiting[0]!.id, because: "record.stale" },
      { approval_id: waiting[2]!.id, because: "approval.already_decided" },
    ],
  });
  assert.deepEqual(await standing(trial), before);
});

Deno.test("a decision by a lease that ran out or was given anew is refused", async () => {
  const { trial } = await open();
  const [item] = value(
    await claimApprovals(trial.deps, trial.scope, {
      limit: 1,
      leaseMs: 60_000,
    }),
  );
  const by = async (leaseToken: number) => {
    const { results: [one] } = value(
      await decideApprovals(trial.deps, trial.scope, [{
        approvalId: item!.id,
        verdict: { kind: "reject" },
        note: null,
        leaseToken,
      }]),
    );
    return one!.ok ? "decided" : one!.failure.kind;
  };
  assert.equal(item!.leaseToken, 1);
  assert.equal(await by(2), "approval.lease_lost");
  trial.clock.advance(60_000);
  assert.equal(await by(1), "approval.lease_lost");
  const [again] = value(
    await claimApprovals(trial.deps, trial.scope, {
      limit: 1,
      leaseMs: 60_000,
    }),
  );
  assert.deepEqual([again!.id, again!.leaseToken], [item!.id, 2]);
  assert.equal(await by(1), "approval.lease_lost");
  assert.equal(await by(2), "decided");
});
