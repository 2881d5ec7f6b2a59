import assert from "node:assert/strict";
import fc from "fast-check";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { readApprovalHistory } from "../../src/approvals/use_cases/read_history.ts";
import { undoDecision } from "../../src/approvals/use_cases/undo_decision.ts";
import type { Approval, Verdict } from "../../src/approvals/approval.ts";
import type { CategoryId, DecisionId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { cuesOf } from "../../src/processing/cues.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import { permitTo } from "../support/samples.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

type Trial = Awaited<ReturnType<typeof openTrial>>;

/** Whatever decisions change, read behind the service's back. */
function standing({ deps, scope }: Trial) {
  const permit = permitTo("records.read", scope);
  const page = { limit: 200, cursor: null };
  return deps.uow.run(permit, async (tx: Tx) => {
    const { data: records } = await tx.records.list({}, page);
    const ids = records.map(({ id }) => id);
    const keys = ["waiting", "decided", "withdrawn"] as const;
    const approvals = await Promise.all(
      keys.map((state) => tx.approvals.list(state, page)),
    );
    const rules = (await tx.rules.current()).rules.map(({ id }) => id);
    const overrides = await tx.ruleOverrides.find(rules);
    return ok({
      records: records.map(({ version: _, ...record }) => record),
      approvals: approvals.flatMap(({ data }) => data).map((
        { id, state, suggestion },
      ) => ({
        id,
        suggestion,
        state: state.kind === "decided"
          ? [state.verdict, state.categoryId, state.by, state.at, state.note]
          : state,
      })),
      said: (await tx.examples.said(ids))
        .toSorted((a, b) => a.recordId < b.recordId ? -1 : 1),
      outcomes: (await tx.outcomes.of(ids))
        .toSorted((a, b) => a.recordId < b.recordId ? -1 : 1),
      rejected: await tx.examples.rejected(
        records.map((record) => cuesOf(record, []).textKey),
        "2000-01-01T00:00:00.000Z",
      ),
      overrides: overrides.filter(({ total }) => total > 0)
        .map((
          { total, marks, flaggedAt },
        ) => [total, marks, flaggedAt !== null]),
    });
  }).then(value);
}

const TEXTS = ["Quill ink", "Heron taxi", "Heron taxi", "Bramble jam"];

/** Four records of three texts that a rule gave a category and asks a person about, and one that it settled and is audited. */
async function open(): Promise<{
  readonly trial: Trial;
  readonly categories: readonly CategoryId[];
}> {
  const trial = await openTrial({
    settings: {
      targetPrecision: 0.95,
      auditRate: 1,
      similarityThreshold: 0.9,
      contextAttributes: [],
      requireBacktest: false,
    } as never,
  });
  const categories = await trial.categories("Office", "Fuel");
  for (const review of [true, undefined] as const) {
    value(
      await createRule(trial.deps, trial.scope, {
        definition: {
          name: review ? "asks" : "settles",
          enabled: true,
          when: review
            ? { not: { field: "description", op: "contains", value: "jam" } }
            : { all: [] },
          then: { category_id: categories[0]!, ...review && { review } },
          continue: false,
        },
        position: null,
      }),
    );
  }
  await trial.send(
    ...TEXTS.map((description, i) =>
      incoming({ description, externalId: `undo-${i}` })
    ),
  );
  await trial.runJobs();
  return { trial, categories };
}

type Said = {
  readonly items: readonly number[];
  readonly verdict: "approve" | "fuel" | "reject";
};

/** Steps on items by their place: a decision of some, or the undoing of an earlier one that stands. */
type Step = Said | { readonly undo: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      items: fc.uniqueArray(fc.nat(TEXTS.length - 1), { minLength: 1 }),
      verdict: fc.constantFrom("approve", "fuel", "reject"),
    }),
    fc.record({ undo: fc.nat(5) }),
  ),
  { minLength: 2, maxLength: 9 },
);

/** Plays steps, each at a second of its own; tells which decisions were made and which of them stand. */
async function play(
  { trial, categories }: Awaited<ReturnType<typeof open>>,
  played: readonly (Step | null)[],
) {
  const ids = (await trial.waiting()).map(({ id }) => id);
  const made: { id: DecisionId; step: number; stands: boolean }[] = [];
  for (const [n, step] of played.entries()) {
    trial.clock.advance(1_000);
    if (step === null) continue;
    if ("undo" in step) {
      const one = made[step.undo % Math.max(1, made.length)];
      if (!one) continue;
      const undone = await undoDecision(trial.deps, trial.scope, {
        decisionId: one.id,
      });
      assert.equal(undone.ok, one.stands, "what stands can be undone, once");
      one.stands = false;
      continue;
    }
    const verdict: Verdict = step.verdict === "fuel"
      ? { kind: "override", categoryId: categories[1]! }
      : { kind: step.verdict };
    const { decisionId } = value(
      await decideApprovals(
        trial.deps,
        trial.scope,
        step.items.map((i) => ({ approvalId: ids[i]!, verdict, note: "n" })),
      ),
    );
    if (decisionId) made.push({ id: decisionId, step: n, stands: true });
  }
  return made;
}

Deno.test("any history of decisions and undoings ends as the decisions that stand would alone", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const first = await open();
      const made = await play(first, history);
      const stand = new Set(
        made.filter(({ stands }) => stands).map(({ step }) => step),
      );
      // An item that an undone decision had taken may have been left out of a later one.
      const { data: decided } = value(
        await first.trial.deps.uow.run(
          permitTo("approvals.read", first.trial.scope),
          async (tx) =>
            ok(await tx.approvals.list("decided", { limit: 99, cursor: null })),
        ),
      );
      const byDecision = new Map(
        decided.map(({ id, state }) => [
          id,
          state.kind === "decided" ? state.decisionId : null,
        ]),
      );
      const second = await open();
      const ids = (await second.trial.waiting()).map(({ id }) => id);
      await play(
        second,
        history.map((step, n) => {
          const one = made.find((each) => each.step === n);
          if (!one || !stand.has(n) || "undo" in step) return null;
          const items = step.items
            .filter((i) => byDecision.get(ids[i]!) === one.id);
          return { ...step, items };
        }),
      );
      assert.deepEqual(
        await standing(first.trial),
        await standing(second.trial),
      );
    }),
    { numRuns: 60 },
  );
});

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
