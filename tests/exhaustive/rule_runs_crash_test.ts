import assert from "node:assert/strict";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { NO_COUNTS } from "../../src/rules/history/run.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { openHistory } from "../support/rule_history.ts";
import { value } from "../support/trial.ts";

type Phase = "backtest" | "apply" | "undo";

/** A back-test, its run and the undo; the worker dies once, in the given phase. */
async function story(phase: Phase | null, nth = 1, when: CrashPoint = "after") {
  const history = await openHistory();
  const before = await history.content();
  const queueBefore = await history.queue();
  const earlier = (await history.events()).length;
  const fate = dying(history.deps.uow, nth, when);
  const mortal = { ...history.deps, uow: fate.uow };
  const work = (now: Phase) =>
    now === phase
      ? untilDone(() => history.jobs(mortal))
      : untilDone(() => history.jobs());

  const tested = await history.askBacktest();
  await work("backtest");
  const { backtest, diffs: shown } = await history.backtest(tested);
  const runId = await history.activate(tested);
  await work("apply");
  const applied = await history.run(runId);
  const appliedContent = (await history.content()).map((
    { categoryId, counterparty, outcome },
  ) => ({ categoryId, counterparty, outcome }));
  const appliedQueue = await history.queue();
  await history.undo(runId);
  await work("undo");
  const undone = await history.run(runId);
  const types = (await history.events()).slice(earlier)
    .map(({ type }) => type).sort();
  return {
    died: fate.died(),
    verified: value(await verifyEvents(history.deps, history.scope)).ok,
    jobsLeft: await history.jobs(),
    before,
    queueBefore,
    after: await history.content(),
    queueAfter: await history.queue(),
    outcome: {
      state: backtest.state,
      report: backtest.report,
      shown: shown.data,
      applied: [applied.run.state, applied.run.counts],
      appliedDiffs: applied.diffs.data.map((
        { recordId, becomes, changes },
      ) => ({
        recordId,
        becomes,
        changes,
      })),
      appliedContent,
      appliedQueue,
      undone: [undone.run.state, undone.run.counts],
      undoneDiffs: undone.diffs.data.map(({ undo }) => undo!.outcome),
      types,
    },
  };
}

Deno.test("a back-test, a run and its undo go through chunks, each record once", async () => {
  const { outcome, before, after, queueBefore, queueAfter } = await story(null);
  const { report } = outcome;
  assert.deepEqual(
    [outcome.state, report.total, report.scanned, report.changed],
    ["done", 7, 7, 5],
  );
  assert.deepEqual(report.becomes, {
    settled: 3,
    review: 1,
    undecided: 0,
    kept: 1,
  });
  assert.deepEqual(
    outcome.appliedDiffs,
    outcome.shown.map(({ recordId, becomes, changes }) => ({
      recordId,
      becomes,
      changes,
    })),
  );
  const counts = { ...NO_COUNTS, scanned: 5, changed: 5 };
  assert.deepEqual(outcome.applied, ["applied", counts]);
  assert.deepEqual(outcome.undone, ["undone", { ...counts, restored: 5 }]);
  assert(outcome.undoneDiffs.every((undone) => undone?.left.length === 0));
  assert.deepEqual([after, queueAfter], [before, queueBefore]);
});

for (const phase of ["backtest", "apply", "undo"] as const) {
  Deno.test(`a crash around any unit of the ${phase} job loses nothing and counts nothing twice`, async () => {
    const { outcome } = await story(null);
    let reached = 0;
    for (const when of ["before", "inside", "after"] as const) {
      for (let nth = 1;; nth++) {
        const told = await story(phase, nth, when);
        if (!told.died) break;
        reached++;
        const at = `dying ${when} unit ${nth}`;
        assert.deepEqual(told.outcome, outcome, at);
        assert.deepEqual(told.after, told.before, at);
        assert.deepEqual(told.queueAfter, told.queueBefore, at);
        assert.equal(told.verified, true, at);
        assert.equal(told.jobsLeft, 0, at);
      }
    }
    // Reading what to do, and three chunks at least, around each of which there are three points.
    assert(reached >= 12, `only ${reached} crash points were reached`);
  });
}
