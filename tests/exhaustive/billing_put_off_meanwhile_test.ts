import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import type { ConnectionId } from "../../src/kernel/ids.ts";
import { makeMapping } from "../../src/integrations/use_cases/make_mapping.ts";
import { requestRemap } from "../../src/integrations/use_cases/request_remap.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { type LimitTrial, openLimitTrial } from "../support/limit_trial.ts";
import { take } from "../support/take.ts";
import { runJobs, value } from "../support/trial.ts";

/** Each kind of job that waits for room: what is sent first, and what then finds room for one record alone. */
const SENT = {
  async ingest_delivery(trial: LimitTrial) {
    await trial.deliver(["b", "c"]);
  },
  async import_file(trial: LimitTrial) {
    await trial.upload(["b", "c"]);
  },
  async ingest_payloads(trial: LimitTrial, till: ConnectionId) {
    await trial.hook(till, "b", "c");
  },
  async remap_payloads({ deps, scope }: LimitTrial, till: ConnectionId) {
    const expression =
      '[[ids, "b", "c"].{ "external_id": $, "description": "Payment " & $ }]';
    const mapping = { connectionId: till, expression };
    value(await makeMapping(deps, scope, mapping));
    value(await requestRemap(deps, scope, till));
  },
} as const;
const KINDS = Object.keys(SENT) as (keyof typeof SENT)[];

/** A company with room for one more record; two were sent that a job is about to take in, and a larger plan was bought. */
async function bought(kind: keyof typeof SENT): Promise<LimitTrial> {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 2 } });
  const till = await trial.webhooks();
  await trial.hook(till, "a");
  await trial.runJobs();
  await SENT[kind](trial, till);
  await trial.buy();
  return trial;
}

/** Does `meanwhile` before the nth unit. */
function interrupted(
  uow: UnitOfWork,
  nth: number,
  meanwhile: () => Promise<unknown>,
) {
  let runs = 0;
  const interruptedUow: UnitOfWork = {
    async run(permit, work) {
      if (++runs === nth) await meanwhile();
      return await uow.run(permit, work);
    },
  };
  return { uow: interruptedUow, wasReached: () => runs >= nth };
}

/** Everything is in, though no month has turned. */
async function isAwake(trial: LimitTrial, at: string): Promise<void> {
  assert.equal(await trial.stands(), "active team", at);
  await trial.runJobs();
  assert.deepEqual((await trial.stored()).toSorted(), ["a", "b", "c"], at);
  assert.deepEqual(await trial.counted(), [["2026-01", 3]], at);
  assert.equal(await trial.waitingJobs(), 0, at);
}

for (const kind of KINDS) {
  Deno.test(`a larger plan at any moment of a job that is put off leaves nothing asleep: ${kind}`, async () => {
    let points = 0;
    for (let nth = 1;; nth++) {
      const trial = await bought(kind);
      const { deps, feed } = trial;
      const job = interrupted(deps.uow, nth, () => trial.sync());
      await runJobs({ ...deps, uow: job.uow }, feed);
      if (!job.wasReached()) {
        await trial.sync();
        await isAwake(trial, "after it");
        break;
      }
      points++;
      await isAwake(trial, `before unit ${nth}`);
    }
    assert(points >= 2, `only ${points} moments were reached`);
  });

  Deno.test(`a job that is put off at any moment of a change of plan is not left asleep: ${kind}`, async () => {
    for (let nth = 1;; nth++) {
      const trial = await bought(kind);
      const { deps, feed, clock } = trial;
      const [job] = await take(feed, 10, clock.now(), clock.now());
      assert.equal(job!.task.kind, kind);
      const change = interrupted(deps.uow, nth, async () => {
        value(await handleJob(deps)(job!));
        assert.equal((await trial.stored()).includes("c"), false);
        assert.equal(await trial.waitingJobs(), 1);
      });
      await trial.sync({ ...deps, uow: change.uow });
      if (!change.wasReached()) {
        assert(nth > 2, "a change has two units");
        break;
      }
      await isAwake(trial, `before unit ${nth}`);
    }
  });
}
