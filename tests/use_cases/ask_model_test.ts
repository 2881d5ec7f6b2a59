import assert from "node:assert/strict";
import type { LanguageModel } from "../../ports/language_model.ts";
import type { Step } from "../../src/processing/trace.ts";
import {
  answers,
  failure,
  recordsAsked,
  scriptedModel,
} from "../support/scripted_model.ts";
import { watched } from "../support/outside_tx.ts";
import { incoming, openTrial } from "../support/trial.ts";

/** Two records that nobody knows, put to a model that may choose between two categories. */
async function processed(model: LanguageModel, waited: number[] = []) {
  const trial = await openTrial({
    model,
    wrap: watched,
    timer: { wait: async (ms) => void waited.push(ms) },
  });
  const [office, travel] = await trial.categories("Office", "Travel");
  const ids = await trial.send(incoming(), incoming({ description: "Other" }));
  await trial.runJobs();
  const records = await Promise.all(ids.map((id) => trial.record(id)));
  return { office, travel, records, waiting: await trial.waiting() };
}

const ofModel = (steps: readonly Step[] = []) =>
  steps.filter(({ kind }) => kind.startsWith("model_"));

Deno.test("a model's answer is a suggestion, and its trace tells what was asked and what it cost", async () => {
  const model = scriptedModel((call) =>
    answers(
      call,
      (_, text) => ({ label: text === "Other" ? 1 : null, confidence: 1 }),
      { input_tokens: 301, output_tokens: 20 },
    )
  );
  const { travel, records, waiting } = await processed(model);
  assert.equal(model.calls.length, 1);
  assert.deepEqual(
    waiting.map(({ suggestion, because }) => [suggestion, because]),
    [[null, "model_undecided"], [travel, "not_sure_enough"]],
  );
  assert.deepEqual(ofModel(records[1]!.trace?.steps), [{
    kind: "model_answered",
    at: records[1]!.trace!.steps.at(-1)!.at,
    model: "m-1",
    prompt_version: 1,
    category_id: travel,
    rationale: "Other",
    raw_confidence: 1,
    usage: { input_tokens: 150, output_tokens: 10 },
    cost_micros: 170,
    cached: false,
  }]);
  const [first] = ofModel(records[0]!.trace?.steps);
  assert(first?.kind === "model_answered");
  assert.deepEqual([first.usage.input_tokens, first.cost_micros], [151, 171]);
});

Deno.test("a record without an answer fails alone, is asked for again, and goes to a person", async () => {
  const model = scriptedModel((call) =>
    answers(call, (_, text) => text === "Other" ? null : { label: 0 })
  );
  const { office, records, waiting } = await processed(model);
  assert.equal(model.calls.length, 2);
  assert.deepEqual(
    ofModel(records[0]!.trace?.steps).map(({ kind }) => kind),
    ["model_answered"],
  );
  assert.deepEqual(
    ofModel(records[1]!.trace?.steps).map((step) =>
      step.kind === "model_failed" && step.reason
    ),
    ["malformed", "malformed"],
  );
  assert.deepEqual(
    waiting.map(({ suggestion, because }) => [suggestion, because]),
    [[office, "not_sure_enough"], [null, "model_failed"]],
  );
});

Deno.test("a provider that is busy is left alone for as long as it asks, and asked again", async () => {
  for (
    const [first, ms] of [
      [failure("rate_limited", { retryAfterMs: 5_000 }), 5_000],
      [failure("rate_limited"), 1_000],
      [failure("unavailable"), 1_000],
    ] as const
  ) {
    const waited: number[] = [];
    const model = scriptedModel((call, n) => n === 1 ? first : answers(call));
    const { records } = await processed(model, waited);
    assert.deepEqual(waited, [ms]);
    assert.equal(model.calls.length, 2);
    assert.equal(records[0]!.trace!.steps.at(-1)!.kind, "model_answered");
  }
});

Deno.test("a provider that wants to be left alone for longer than a job waits is not asked again", async () => {
  const model = scriptedModel(() =>
    failure("rate_limited", { retryAfterMs: 5_001 })
  );
  const { records, waiting } = await processed(model);
  assert.equal(model.calls.length, 1);
  assert.deepEqual(waiting.map(({ because }) => because), [
    "model_failed",
    "model_failed",
  ]);
  assert.deepEqual(ofModel(records[0]!.trace?.steps), [{
    kind: "model_failed",
    at: records[0]!.trace!.steps.at(-1)!.at,
    model: "m-1",
    reason: "rate_limited",
    usage: { input_tokens: 0, output_tokens: 0 },
    cost_micros: 0,
    retry_after_ms: 5_001,
    final: true,
  }]);
});

Deno.test("calls that were no use are made again as often as the profile says, for fewer records each time", async () => {
  const model = scriptedModel(() => failure("timed_out"), { attemptsMax: 3 });
  const { waiting } = await processed(model);
  assert.deepEqual(model.calls.map(recordsAsked), [2, 2, 1, 1]);
  assert.equal(waiting.length, 2);
});
