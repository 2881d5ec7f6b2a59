import assert from "node:assert/strict";
import type { Clock } from "../../ports/clock.ts";
import type { Job } from "../../src/events/job.ts";
import type { BacktestId, CategoryId, RunId } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import type { RuleDefinition } from "../../src/rules/rule.ts";
import { activateBacktest } from "../../src/rules/use_cases/activate_backtest.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { readBacktest } from "../../src/rules/use_cases/read_backtest.ts";
import { readRun } from "../../src/rules/use_cases/read_run.ts";
import { requestBacktest } from "../../src/rules/use_cases/request_backtest.ts";
import { requestUndo } from "../../src/rules/use_cases/request_undo.ts";
import { dying } from "./crash.ts";
import { inSmallChunks, runInSmallChunks } from "./rule_jobs.ts";
import { take } from "./take.ts";
import { incoming, openTrial, type TrialStorage, value } from "./trial.ts";

/** Seven records, which make four chunks. */
export const CHUNK = 2;
const ALL = { limit: 100, cursor: null };

/**
 * A company with a history: two records that a rule sorts, of which the draft sends one to a person; three that wait
 * and that the draft settles; one that a person sorted as the draft would; one that nothing touches.
 */
export async function openHistory(storage?: (clock: Clock) => TrialStorage) {
  const trial = await openTrial({ ...storage && { storage } });
  const { deps, scope } = trial;
  const [travel, fuel] = await trial.categories("Travel", "Fuel");
  const cards = ruleFor("card", { category_id: travel! });
  value(await createRule(deps, scope, { definition: cards, position: null }));
  const texts = ["card 1", "card rail 2", "fuel 3", "fuel 4", "fuel 5"];
  const ids = await trial.send(
    ...[...texts, "fuel 6", "desk 7"].map((description) =>
      incoming({ description, attributes: {} })
    ),
  );
  await trial.runJobs();
  const correction = { categoryId: fuel! };
  const seen = { correction, seenVersion: null };
  value(await correctRecord(deps, scope, ids[5]!, seen));
  await trial.runJobs();
  return {
    ...trial,
    ids,
    travel: travel!,
    fuel: fuel!,
    jobs: (mortal = deps) => runInSmallChunks(mortal, trial.feed, CHUNK),
    async askBacktest(): Promise<BacktestId> {
      const changes = [
        ruleFor("fuel", { category_id: fuel!, counterparty: "A pump" }),
        ruleFor("rail", { review: true }),
      ].map((rule) => ({ op: "create", rule, position: 0 }) as const);
      const asked = { changes, filter: {}, seenVersion: null };
      return value(await requestBacktest(deps, scope, asked)).id;
    },
    async activate(id: BacktestId): Promise<RunId> {
      const history = { applyToHistory: true };
      return value(await activateBacktest(deps, scope, id, history)).runId!;
    },
    async undo(id: RunId): Promise<void> {
      value(await requestUndo(deps, scope, id));
    },
    async backtest(id: BacktestId) {
      return value(await readBacktest(deps, scope, id, ALL));
    },
    async run(id: RunId) {
      return value(await readRun(deps, scope, id, ALL));
    },
    async count(type: string): Promise<number> {
      return (await trial.events()).filter((one) => one.type === type).length;
    },
    /** All that a person sees of the records but their versions. */
    content: () =>
      Promise.all(ids.map(async (id) => {
        const { version: _, ...content } = await trial.record(id);
        return content;
      })),
    async queue() {
      return (await trial.waiting()).map(({ recordId }) => recordId).sort();
    },
  };
}

export type History = Awaited<ReturnType<typeof openHistory>>;

/** The one job that is due. */
export async function due({ feed, clock }: History): Promise<Job> {
  const now = clock.now();
  const [job, ...rest] = await take(feed, 100, now, plusMs(now, 1));
  assert.deepEqual(rest, []);
  return job!;
}

/** Does `nth - 1` units of the job that is due, and then loses the worker. */
export async function dieAt(history: History, nth: number): Promise<Job> {
  const job = await due(history);
  const { uow } = dying(history.deps.uow, nth, "before");
  await assert.rejects(inSmallChunks({ ...history.deps, uow }, CHUNK)(job));
  return job;
}

/** A back-test put in force, and applied. */
export async function applied(history: History) {
  const tested = await history.askBacktest();
  await history.jobs();
  const runId = await history.activate(tested);
  await history.jobs();
  return runId;
}

function ruleFor(
  text: string,
  then: { category_id?: CategoryId; counterparty?: string; review?: true },
): RuleDefinition {
  return {
    name: text,
    enabled: true,
    when: { field: "description", op: "contains", value: text },
    then,
    continue: false,
  };
}
