import assert from "node:assert/strict";
import { openTrial } from "../support/trial.ts";
import {
  learned,
  record,
  SETTINGS,
  teach,
  types,
} from "../support/taught_trial.ts";

Deno.test("nothing is settled until enough is known of how often proposals are right; then records are", async () => {
  const trial = await openTrial({ settings: SETTINGS });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  await teach(trial, categories, 90, 30);
  assert.equal(await learned(trial), null, "too few to learn from");
  assert.equal((await trial.waiting()).length, 0);
  const auto = async () =>
    (await types(trial, "PROCESSED"))
      .filter(({ payload }) => payload.outcome === "auto").length;
  assert.equal(await auto(), 0, "although all were known by heart");

  await teach(trial, categories, 60, 30);
  const first = await learned(trial);
  assert.equal(first?.version, 1);
  const [id] = await trial.send(record(3_000));
  await trial.runJobs();
  const decided = await trial.record(id!);
  assert.equal(decided.outcome, "auto");
  assert.equal(decided.categoryId, categories[0]);
  const limit = decided.trace!.limits.similarity_threshold!;
  assert(decided.confidence! >= limit, `${decided.confidence} < ${limit}`);
  const step = decided.trace!.steps.find(({ kind }) =>
    kind === "examples_recalled"
  );
  assert(step?.kind === "examples_recalled");
  assert.equal(step.learned, (await learned(trial))!.version);
  assert.equal(step.candidates![0]!.category_id, categories[0]);
  const [reason] = step.candidates![0]!.because;
  assert(reason!.weight > 0);
});
