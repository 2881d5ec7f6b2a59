import assert from "node:assert/strict";
import type { Answer, LanguageModel } from "../../ports/language_model.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";
import { outsideTx, watched } from "../support/outside_tx.ts";
import { incoming, openTrial } from "../support/trial.ts";

/** A model that answers as `script` says, and may not be asked inside a unit of work. */
function scripted(
  script: (recordIds: readonly Answer["recordId"][]) => readonly Answer[],
  threshold: number | null = null,
): LanguageModel {
  return outsideTx({
    profile: { model: "m-1", promptVersion: 3, attemptsMax: 2, threshold },
    ask: (questions) =>
      Promise.resolve(script(questions.map(({ recordId }) => recordId))),
  });
}

const answered = (
  recordId: Answer["recordId"],
  categoryId: CategoryId | null,
): Answer => ({
  recordId,
  kind: "answered",
  categoryId,
  rationale: "it says so",
  rawConfidence: 0.9,
  usage: { input_tokens: 10, output_tokens: 2 },
});

async function processed(
  script: (
    ids: readonly Answer["recordId"][],
    open: CategoryId,
  ) => readonly Answer[],
  threshold: number | null = null,
) {
  let open: CategoryId = "cat_none";
  const trial = await openTrial({
    model: scripted((ids) => script(ids, open), threshold),
    wrap: watched,
  });
  open = (await trial.categories("Office"))[0]!;
  const ids = await trial.send(incoming(), incoming({ description: "Other" }));
  await trial.runJobs();
  const records = await Promise.all(ids.map((id) => trial.record(id)));
  return { open, records, waiting: await trial.waiting() };
}

Deno.test("answers in another order still go to their own records", async () => {
  const { open, records } = await processed(
    ([a, b], open) => [answered(b!, open), answered(a!, null)],
    0.8,
  );
  assert.deepEqual(
    records.map((record) => [record.outcome, record.categoryId, record.source]),
    [["needs_review", null, null], ["auto", open, "model"]],
  );
});

Deno.test("without a threshold the model's answer is a suggestion only", async () => {
  const { open, waiting } = await processed(
    (ids, open) => ids.map((id) => answered(id, open)),
  );
  assert.deepEqual(
    waiting.map((approval) => [approval.suggestion, approval.because]),
    [[open, "not_sure_enough"], [open, "not_sure_enough"]],
  );
});

Deno.test("missing, doubled and invented answers fail their own record, are tried again, and go to a person", async () => {
  let asked = 0;
  const { records, waiting } = await processed(([a, b], open) => {
    asked++;
    return [
      answered(a!, "cat_invented"),
      ...(b ? [answered(b, open), answered(b, open)] : []),
    ];
  }, 0.5);
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
