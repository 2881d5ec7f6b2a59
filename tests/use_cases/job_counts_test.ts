import assert from "node:assert/strict";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { incoming, lostJob, openTrial, value } from "../support/trial.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { take } from "../support/take.ts";

type Trial = Awaited<ReturnType<typeof openTrial>>;

async function jobsOf({ feed, clock }: Trial) {
  const now = clock.now();
  return await take(feed, 100, now, plusMs(now, 1));
}

Deno.test("a job tells how many records it decided, and a second delivery none", async () => {
  const trial = await openTrial();
  const [fuel] = await trial.categories("Fuel");
  value(
    await createRule(trial.deps, trial.scope, {
      definition: {
        name: "BP is fuel",
        enabled: true,
        when: { field: "description", op: "contains", value: "bp" },
        then: { category_id: fuel! },
        continue: false,
      },
      position: null,
    }),
  );
  await trial.send(
    incoming({ description: "BP one" }),
    incoming({ description: "BP two" }),
    incoming({ description: "Quarterly flowers" }),
  );
  const [job] = await jobsOf(trial);
  const handle = handleJob(trial.deps);
  assert.deepEqual(value(await handle(job!)), {
    auto: 2,
    needs_review: 1,
    along: [],
    model: [],
  });
  assert.deepEqual(value(await handle(job!)), {
    auto: 0,
    needs_review: 0,
    along: [],
    model: [],
  });
});

Deno.test("a job tells what came of putting its records to a model", async () => {
  const model = scriptedModel((call) =>
    answers(
      call,
      (place) => place === 2 ? null : { label: place === 0 ? 0 : null },
      { input_tokens: 300, output_tokens: 30 },
    ), { attemptsMax: 1 });
  const trial = await openTrial({ model });
  await trial.categories("Fuel");
  await trial.send(
    ...["one", "two", "three", "one"].map((description) =>
      incoming({ description })
    ),
  );
  const [job] = await jobsOf(trial);
  const done = value(await handleJob(trial.deps)(job!));
  const share = { inputTokens: 100, outputTokens: 10, costMicros: 120 };
  const nothing = { inputTokens: 0, outputTokens: 0, costMicros: 0 };
  assert.deepEqual(done?.model, [
    { model: "m-1", outcome: "answered", questions: 1, ...share },
    { model: "m-1", outcome: "undecided", questions: 1, ...share },
    { model: "m-1", outcome: "malformed", questions: 1, ...share },
    { model: "m-1", outcome: "cached", questions: 1, ...nothing },
  ]);
});

Deno.test("giving a job up tells what became of it and how many records failed", async () => {
  const trial = await openTrial();
  await trial.send(incoming(), incoming());
  const [both] = await jobsOf(trial);
  const giveUp = async (...lost: Parameters<typeof lostJob>) =>
    value(await giveUpJob(trial.deps, lostJob(...lost)));
  assert.deepEqual(await giveUp(both!, { suspect: true }), {
    became: "split",
    records: 0,
  });
  const [one] = await jobsOf(trial);
  assert.deepEqual(await giveUp(one!), { became: "dead", records: 1 });
  assert.deepEqual(await giveUp(one!), { became: "none", records: 0 });
});
