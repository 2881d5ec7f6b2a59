import assert from "node:assert/strict";
import type { LanguageModel } from "../../ports/language_model.ts";
import { ok } from "../../src/kernel/result.ts";
import type { ModelMonth } from "../../src/processing/model/spend.ts";
import type { ModelSettingsChange } from "../../src/tenancy/model_settings.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { permitTo } from "../support/samples.ts";
import {
  answers,
  failure,
  recordsAsked,
  scriptedModel,
} from "../support/scripted_model.ts";
import { watched } from "../support/outside_tx.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

/** A tenant whose records a model sorts, and what its months come to. */
async function openModelTrial(model: LanguageModel) {
  const trial = await openTrial({
    model,
    wrap: watched,
    timer: { wait: () => Promise.resolve() },
  });
  await trial.categories("Office", "Travel");
  const { deps, scope } = trial;
  return {
    ...trial,
    set: async (change: ModelSettingsChange) =>
      value(
        await changeTenant(deps, scope, {
          change: { settings: { model: change } },
          seenVersion: null,
        }),
      ),
    months: async (): Promise<readonly ModelMonth[]> => {
      const { value } = await deps.uow.run(
        permitTo("tenant.read", scope),
        async (tx) => ok(await tx.modelSpend.months("2026-01")),
      );
      return value;
    },
    limitsReached: async () =>
      (await trial.events()).filter(({ type }) => type === "LIMIT_REACHED")
        .map(({ payload }) => payload),
    /** Sends records that nobody knows, processes them, and tells their last steps. */
    sort: async (...texts: string[]) => {
      const ids = await trial.send(
        ...texts.map((description) => incoming({ description })),
      );
      await trial.runJobs();
      const records = await Promise.all(ids.map((id) => trial.record(id)));
      return records.map(({ trace }) => trace!.steps.at(-1)!);
    },
  };
}

/** What one call of one short record is charged at its most, in this file's trials. */
async function mostOfOne(): Promise<{ tokens: number; micros: number }> {
  const trial = await openModelTrial(scriptedModel(() => failure("timed_out"), {
    attemptsMax: 1,
  }));
  await trial.sort("aaaa");
  const [{ tokens, micros }] = (await trial.months()) as [ModelMonth];
  return { tokens, micros };
}

Deno.test("a call is charged at what it used, and records are counted by what came of them", async () => {
  const model = scriptedModel(
    (call) => answers(call, (place) => place === 0 ? { label: 0 } : null),
    {
      attemptsMax: 1,
    },
  );
  const trial = await openModelTrial(model);
  await trial.sort("aaaa", "bbbb", "cccc");
  assert.deepEqual(await trial.months(), [{
    month: "2026-01",
    tokens: 120,
    micros: 140,
    calls: 1,
    answered: 1,
    failed: 2,
    cached: 0,
  }]);
});

Deno.test("a provider that tells more than the call can have used is not believed: it stays charged at its most", async () => {
  const most = await mostOfOne();
  for (
    const usage of [
      { input_tokens: most.tokens, output_tokens: 1 },
      { input_tokens: Number.MAX_SAFE_INTEGER, output_tokens: 1 },
      // As many tokens as there may be, but of the dearer kind.
      { input_tokens: 0, output_tokens: most.tokens },
    ]
  ) {
    const trial = await openModelTrial(
      scriptedModel((call) => answers(call, undefined, usage)),
    );
    const [step] = await trial.sort("aaaa");
    assert(step?.kind === "model_answered");
    assert.deepEqual(
      [step.usage, step.cost_micros],
      [{ input_tokens: 0, output_tokens: 0 }, most.micros],
    );
    const [month] = await trial.months();
    assert.deepEqual(
      [month!.tokens, month!.micros, month!.answered],
      [most.tokens, most.micros, 1],
    );
  }
});

Deno.test("a call that nobody heard of again stays charged at its most, and every further try is charged as well", async () => {
  const most = await mostOfOne();
  assert(most.tokens > 1_000 && most.micros > 1_000);
  const timedOut = await openModelTrial(
    scriptedModel(() => failure("timed_out"), { attemptsMax: 2 }),
  );
  await timedOut.sort("aaaa");
  const [month] = await timedOut.months();
  assert.deepEqual(
    [month!.tokens, month!.micros, month!.calls, month!.failed],
    [2 * most.tokens, 2 * most.micros, 2, 2],
  );
  const crashed = await openModelTrial(
    scriptedModel(() => {
      throw new Error("the process died");
    }),
  );
  await assert.rejects(crashed.sort("aaaa"), /the process died/);
  const [left] = await crashed.months();
  assert.deepEqual(
    [left!.tokens, left!.micros, left!.calls, left!.failed],
    [most.tokens, most.micros, 1, 0],
  );
});

Deno.test("a provider that refuses to be asked charges nothing, and one that tells what it used charges that", async () => {
  const model = scriptedModel((_, n) =>
    n === 1
      ? failure("rate_limited")
      : failure("truncated", { usage: { input_tokens: 7, output_tokens: 3 } })
  );
  const trial = await openModelTrial(model);
  await trial.sort("aaaa");
  const [month] = await trial.months();
  assert.deepEqual([month!.tokens, month!.micros, month!.calls], [10, 13, 2]);
});

Deno.test("what would cross a limit is not asked: it goes to a person at once, and the first time is an event", async () => {
  const most = await mostOfOne();
  const model = scriptedModel((call) => answers(call));
  const trial = await openModelTrial(model);
  // Room for one call at its most, and when that has used 120 tokens, for none.
  await trial.set({
    budget: { tokensPerMonth: most.tokens + 119, microsPerMonth: null },
  });
  const [first] = await trial.sort("aaaa");
  assert.equal(first!.kind, "model_answered");
  for (const text of ["bbbb", "cccc"]) {
    const [step] = await trial.sort(text);
    assert(step?.kind === "model_failed");
    assert.deepEqual(
      [step.reason, step.final, step.cost_micros],
      ["over_budget", true, 0],
    );
  }
  assert.equal(model.calls.length, 1);
  const waiting = await trial.waiting();
  assert.deepEqual(waiting.map(({ because }) => because), [
    "not_sure_enough",
    "model_failed",
    "model_failed",
  ]);
  assert.deepEqual(await trial.limitsReached(), [{
    what: "llm_tokens",
    limit: most.tokens + 119,
    used: 120,
    resets_at: "2026-02-01T00:00:00.000Z",
  }]);
});

Deno.test("four fifths of a limit are an event, once, before the limit is one", async () => {
  const most = await mostOfOne();
  const model = scriptedModel(() => failure("timed_out"), { attemptsMax: 1 });
  const trial = await openModelTrial(model);
  const limit = 10 * most.tokens;
  await trial.set({ budget: { tokensPerMonth: limit, microsPerMonth: null } });
  const told = async () =>
    (await trial.events()).filter(({ type }) => type.startsWith("LIMIT_"))
      .map(({ type, payload }) => [type, payload["used"]]);
  for (let n = 0; n < 7; n++) await trial.sort("aaaa".repeat(n + 1));
  assert.deepEqual(await told(), []);
  // Texts differ in length, and so do the calls.
  while ((await told()).length === 0) await trial.sort("bbbb");
  const [near] = await told();
  assert.equal(near![0], "LIMIT_NEAR");
  assert(Number(near![1]) >= 0.8 * limit);
  while ((await told()).length === 1) await trial.sort("cccc");
  await trial.sort("dddd");
  assert.deepEqual((await told()).map(([type]) => type), [
    "LIMIT_NEAR",
    "LIMIT_REACHED",
  ]);
});

Deno.test("a limit of money is told in dollars; a new month begins anew, and so does a new limit", async () => {
  const model = scriptedModel((call) => answers(call));
  const trial = await openModelTrial(model);
  await trial.set({ budget: { tokensPerMonth: null, microsPerMonth: 0 } });
  await trial.sort("aaaa");
  trial.clock.set("2026-02-28T23:59:59.999Z");
  await trial.sort("bbbb");
  await trial.set({ budget: { microsPerMonth: 1_000 } });
  await trial.sort("cccc");
  const told = (limit: string, resets_at: string) => ({
    what: "llm_money",
    limit,
    used: "0.00",
    resets_at,
  });
  assert.deepEqual(await trial.limitsReached(), [
    told("0.00", "2026-02-01T00:00:00.000Z"),
    told("0.00", "2026-03-01T00:00:00.000Z"),
    told("0.001", "2026-03-01T00:00:00.000Z"),
  ]);
  assert.equal(model.calls.length, 0);
});

Deno.test("a call that ends in another month is charged to the one it began in", async () => {
  const trial = await openModelTrial(scriptedModel((call) => {
    trial.clock.set("2026-02-01T00:00:00.000Z");
    return answers(call);
  }));
  trial.clock.set("2026-01-31T23:59:59.999Z");
  await trial.sort("aaaa");
  assert.deepEqual(
    (await trial.months()).map(({ month, tokens, answered }) => [
      month,
      tokens,
      answered,
    ]),
    [["2026-01", 120, 1]],
  );
});

Deno.test("of many records each call asks about twenty", async () => {
  const trial = await openModelTrial(scriptedModel((call) => answers(call)));
  const texts = Array.from(
    { length: 110 },
    (_, i) => `supplier ${String.fromCharCode(97 + i % 26, 97 + i / 26, 120)}`,
  );
  const steps = await trial.sort(...texts);
  const model = trial.deps.model as ReturnType<typeof scriptedModel>;
  assert.deepEqual(
    model.calls.map(recordsAsked),
    [20, 20, 20, 20, 20, 10],
  );
  assert(steps.every(({ kind }) => kind === "model_answered"));
  const [month] = await trial.months();
  assert.deepEqual([month!.calls, month!.answered, month!.tokens], [
    6,
    110,
    720,
  ]);
});

Deno.test("a tenant that does not want a model has none", async () => {
  const model = scriptedModel((call) => answers(call));
  const trial = await openModelTrial(model);
  await trial.set({ enabled: false });
  const [step] = await trial.sort("aaaa");
  assert.equal(step!.kind, "examples_recalled");
  assert.equal(model.calls.length, 0);
});
