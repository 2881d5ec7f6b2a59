import assert from "node:assert/strict";
import type { LanguageModel } from "../../ports/language_model.ts";
import {
  answerFor,
  type GivenAnswer,
  recordsSeen,
  type SeenRecord,
} from "../support/model_answers.ts";
import { outsideTx, watched } from "../support/outside_tx.ts";
import { incoming, openTrial } from "../support/trial.ts";

/** A model that answers as `script` says, and may not be asked inside a unit of work. */
function scripted(
  script: (records: readonly SeenRecord[]) => readonly GivenAnswer[],
): LanguageModel {
  return outsideTx<LanguageModel>({
    profile: {
      provider: "scripted",
      model: "m-1",
      attemptsMax: 2,
      price: { inputMicros: 1, outputMicros: 1 },
    },
    call: (call) =>
      Promise.resolve({
        kind: "answered",
        output: { answers: script(recordsSeen(call)) },
        usage: { input_tokens: 10, output_tokens: 2 },
      }),
  });
}

async function processed(
  script: (records: readonly SeenRecord[]) => readonly GivenAnswer[],
) {
  const trial = await openTrial({ model: scripted(script), wrap: watched });
  const [open] = await trial.categories("Office");
  const ids = await trial.send(incoming(), incoming({ description: "Other" }));
  await trial.runJobs();
  const records = await Promise.all(ids.map((id) => trial.record(id)));
  return { open, records, waiting: await trial.waiting() };
}

Deno.test("answers in another order still go to their own records, and only propose", async () => {
  const { open, records, waiting } = await processed(
    ([a, b]) => [answerFor(b!, 1), answerFor(a!, 0)],
  );
  assert.deepEqual(
    waiting.map(({ recordId, suggestion, because }) => [
      records.findIndex(({ id }) => id === recordId),
      suggestion,
      because,
    ]),
    [[0, null, "model_undecided"], [1, open, "not_sure_enough"]],
  );
});

Deno.test("doubled and invented answers fail their own record, are tried again, and go to a person", async () => {
  let asked = 0;
  const { records, waiting } = await processed(([a, b]) => {
    asked++;
    return [
      answerFor(a!, 7),
      ...(b ? [answerFor(b, 1), answerFor(b, 1)] : []),
    ];
  });
  assert.equal(asked, 2);
  for (const record of records) {
    const failed = record.trace!.steps.filter((step) =>
      step.kind === "model_failed"
    );
    assert.deepEqual(failed.map((step) => step.reason), [
      "malformed",
      "malformed",
    ]);
  }
  assert.deepEqual(waiting.map((approval) => approval.because), [
    "model_failed",
    "model_failed",
  ]);
});
