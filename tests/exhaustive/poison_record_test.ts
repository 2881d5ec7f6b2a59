import assert from "node:assert/strict";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { replayDeadLetters } from "../../src/events/use_cases/replay_dead_letters.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { incoming, lostJob, openTrial, value } from "../support/trial.ts";
import {
  due,
  EVERYTHING,
  letters,
  told,
} from "../support/dead_letters_trial.ts";

Deno.test("a poison record in a batch of 500 dies alone: the others are processed", async () => {
  const trial = await openTrial();
  const ids = await trial.send(
    ...Array.from(
      { length: 500 },
      (_, i) => incoming({ description: i === 321 ? "poison" : `fine ${i}` }),
    ),
  );
  // An embedder that cannot stand one text, as a bug in any step would be.
  const { embedder } = trial.deps;
  const handle = handleJob({
    ...trial.deps,
    embedder: {
      ...embedder,
      embed: (texts) => {
        if (texts.some((text) => text.includes("poison"))) {
          throw new TypeError("a bug");
        }
        return embedder.embed(texts);
      },
    },
  });
  let splits = 0;
  for (;;) {
    const jobs = await due(trial);
    if (jobs.length === 0) break;
    for (const job of jobs) {
      try {
        value(await handle(job));
      } catch {
        const lost = lostJob(job, { errorClass: "TypeError", suspect: true });
        const { became } = value(await giveUpJob(trial.deps, lost));
        if (became === "split") splits++;
      }
    }
  }
  const statuses = await Promise.all(
    ids.map(async (id) => (await trial.record(id)).status),
  );
  assert.deepEqual(
    statuses,
    ids.map((_, i) => i === 321 ? "failed" : "processed"),
  );
  assert.equal(splits, 3);
  const [letter, ...rest] = await letters(trial);
  assert.deepEqual(rest, []);
  assert.deepEqual(letter!.task, {
    kind: "process_records",
    recordIds: [ids[321]],
    alone: true,
  });
  assert.equal((await told(trial, "PROCESSED")).length, 499);

  value(await replayDeadLetters(trial.deps, trial.scope, EVERYTHING));
  await trial.runJobs();
  assert.equal((await trial.record(ids[321]!)).status, "processed");
});
