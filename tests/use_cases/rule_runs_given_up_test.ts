import assert from "node:assert/strict";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { replayDeadLetters } from "../../src/events/use_cases/replay_dead_letters.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import {
  applied,
  dieAt,
  type History,
  openHistory,
} from "../support/rule_history.ts";
import { take } from "../support/take.ts";
import { lostJob, value } from "../support/trial.ts";

async function replay({ deps, scope, jobs }: History): Promise<void> {
  const all = { filter: {}, limit: 100, dryRun: false, perSecond: null };
  value(await replayDeadLetters(deps, scope, all));
  await jobs();
}

Deno.test("a back-test given up shows as failed, and its dead letter finishes it", async () => {
  const history = await openHistory();
  const tested = await history.askBacktest();
  const job = await dieAt(history, 4);
  value(await giveUpJob(history.deps, lostJob(job)));
  const { backtest: failed } = await history.backtest(tested);
  assert.deepEqual(
    [failed.state, failed.report.scanned, failed.endedAt !== null],
    ["failed", 4, true],
  );
  await replay(history);
  const { backtest } = await history.backtest(tested);
  assert.deepEqual([backtest.state, backtest.report.scanned], ["done", 7]);
  assert.equal(await history.count("REPORT_GENERATED"), 1);
});

Deno.test("a run given up shows as failed, and its dead letter finishes it", async () => {
  const history = await openHistory();
  const before = await history.content();
  const tested = await history.askBacktest();
  await history.jobs();
  const runId = await history.activate(tested);
  const job = await dieAt(history, 3);
  value(await giveUpJob(history.deps, lostJob(job)));
  const { run: failed } = await history.run(runId);
  assert.deepEqual([failed.state, failed.counts.changed], ["failed", 2]);
  await replay(history);
  const { run } = await history.run(runId);
  assert.deepEqual([run.state, run.counts.changed], ["applied", 5]);
  await history.undo(runId);
  await history.jobs();
  assert.deepEqual(await history.content(), before);
});

Deno.test("a run that failed in the middle can be undone, and its dead letter does not apply it again", async () => {
  const history = await openHistory();
  const before = await history.content();
  const tested = await history.askBacktest();
  await history.jobs();
  const runId = await history.activate(tested);
  const job = await dieAt(history, 3);
  value(await giveUpJob(history.deps, lostJob(job)));
  await history.undo(runId);
  await history.jobs();
  assert.deepEqual(await history.content(), before);
  await replay(history);
  assert.equal((await history.run(runId)).run.state, "undone");
  assert.deepEqual(await history.content(), before);
});

Deno.test("a replayed run that is given up after its undo was asked for does not stop the undo", async () => {
  const history = await openHistory();
  const before = await history.content();
  const tested = await history.askBacktest();
  await history.jobs();
  const runId = await history.activate(tested);
  const { deps, scope } = history;
  value(await giveUpJob(deps, lostJob(await dieAt(history, 3))));
  const all = { filter: {}, limit: 100, dryRun: false, perSecond: null };
  value(await replayDeadLetters(deps, scope, all));
  const again = (await take(
    history.feed,
    100,
    deps.clock.now(),
    plusMs(deps.clock.now(), 1),
  )).find(({ task }) => task.kind === "apply_rules")!;
  await history.undo(runId);
  value(await giveUpJob(deps, lostJob(again)));
  assert.equal((await history.run(runId)).run.state, "undoing");
  await history.jobs();
  assert.equal((await history.run(runId)).run.state, "undone");
  assert.deepEqual(await history.content(), before);
});

Deno.test("an undo given up stays in the middle, and its dead letter finishes it", async () => {
  const history = await openHistory();
  const before = await history.content();
  const runId = await applied(history);
  await history.undo(runId);
  const job = await dieAt(history, 3);
  value(await giveUpJob(history.deps, lostJob(job)));
  const { run: stuck } = await history.run(runId);
  assert.deepEqual(
    [stuck.state, stuck.counts.restored, stuck.endedAt !== null],
    ["undoing", 2, true],
  );
  await replay(history);
  const { run } = await history.run(runId);
  assert.deepEqual([run.state, run.counts.restored], ["undone", 5]);
  assert.equal(await history.count("RULE_RUN_UNDONE"), 1);
  assert.deepEqual(await history.content(), before);
});
