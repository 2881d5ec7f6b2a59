import assert from "node:assert/strict";
import type { LanguageModel } from "../../ports/language_model.ts";
import { readModelUsage } from "../../src/processing/use_cases/read_model_usage.ts";
import { syncBilling } from "../../src/billing/use_cases/sync_billing.ts";
import { ok } from "../../src/kernel/result.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import {
  bookWith,
  openBillingTrial,
  planWith,
  sold,
} from "../support/billing_trial.ts";
import { permitTo } from "../support/samples.ts";
import { answers, failure, scriptedModel } from "../support/scripted_model.ts";
import { watched } from "../support/outside_tx.ts";
import { incoming, value } from "../support/trial.ts";

/** A free plan without a model, and two that are sold and have one, with so many tokens a month. */
async function openModelTrial(
  model: LanguageModel,
  { team, scale }: {
    readonly team: number | null;
    readonly scale?: number | null;
  },
) {
  const trial = await openBillingTrial({
    model,
    wrap: watched,
    timer: { wait: () => Promise.resolve() },
    book: bookWith({
      plans: [
        planWith("free", {}, { features: [] }),
        planWith("team", { llmTokensPerMonth: team }, {
          prices: sold("price_month"),
        }),
        planWith("scale", { llmTokensPerMonth: scale ?? null }, {
          prices: sold("price_year"),
        }),
      ],
    }),
  });
  await trial.categories("Office", "Travel");
  const { deps, scope } = trial;
  return {
    ...trial,
    async choose(tokensPerMonth: number | null) {
      const budget = { tokensPerMonth, microsPerMonth: null };
      const change = { settings: { model: { budget } } };
      value(await changeTenant(deps, scope, { change, seenVersion: null }));
    },
    async tokens(): Promise<number> {
      const { value: [month] } = await deps.uow.run(
        permitTo("tenant.read", scope),
        async (tx) => ok(await tx.modelSpend.months("2026-01")),
      );
      return month?.tokens ?? 0;
    },
    /** Sends a record that nobody knows, processes it, and tells what its last step was. */
    async sort(description: string): Promise<string> {
      const [id] = await trial.send(incoming({ description }));
      await trial.runJobs();
      const step = (await trial.record(id!)).trace!.steps.at(-1)!;
      return step.kind === "model_failed" ? step.reason : step.kind;
    },
  };
}

/** What one call of one record of four letters is charged at its most. */
async function mostOfOne(): Promise<number> {
  const trial = await openModelTrial(
    scriptedModel(() => failure("timed_out"), { attemptsMax: 1 }),
    { team: null },
  );
  await trial.buy();
  await trial.settle();
  await trial.sort("aaaa");
  return await trial.tokens();
}

const answering = () => scriptedModel((call) => answers(call));

Deno.test("a plan without a model asks none, one that has it does, and whoever is suspended asks none", async () => {
  const model = answering();
  const trial = await openModelTrial(model, { team: null });
  assert.equal(await trial.sort("aaaa"), "examples_recalled");
  assert.equal(model.calls.length, 0);
  const id = await trial.buy();
  await trial.settle();
  assert.equal(await trial.sort("bbbb"), "model_answered");
  assert.equal(model.calls.length, 1);
  // What was accepted before is processed all the same.
  const [kept] = await trial.send(incoming({ description: "cccc" }));
  await trial.world.become(id, "unpaid");
  for (const one of await trial.world.messages()) await trial.heard(one);
  const asked = openTaskScope(trial.scope.tenantId, "billing");
  value(await syncBilling(trial.deps, asked, { id: "" }));
  assert.equal(await trial.stands(), "suspended nothing");
  await trial.runJobs();
  const { status, trace } = await trial.record(kept!);
  assert.equal(status, "processed");
  assert.equal(trace!.steps.at(-1)!.kind, "examples_recalled");
  assert.equal(model.calls.length, 1);
});

Deno.test("the tokens of the plan are the most there is, whatever the company chose, and a larger plan has more at once", async () => {
  const most = await mostOfOne();
  assert(most > 1_000);
  const model = answering();
  // A call uses 120, so after one there is no room for another.
  const team = most + 119;
  const trial = await openModelTrial(model, { team, scale: team + 120 });
  const id = await trial.buy();
  await trial.settle();
  for (const chosen of [null, 10 * most]) {
    await trial.choose(chosen);
    if (chosen === null) {
      assert.equal(await trial.sort("aaaa"), "model_answered");
    }
    assert.equal(await trial.sort("bbbb"), "over_budget");
  }
  assert.equal(model.calls.length, 1);
  assert.deepEqual(await trial.facts("LIMIT_REACHED"), [{
    what: "llm_tokens",
    limit: team,
    used: 120,
    resets_at: "2026-02-01T00:00:00.000Z",
  }]);
  await trial.world.reprice(id, trial.world.prices[1]);
  await trial.settle();
  assert.equal(await trial.sort("cccc"), "model_answered");
  assert.equal(await trial.sort("dddd"), "over_budget");
  assert.equal(await trial.tokens(), 240);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  assert.equal(await trial.sort("eeee"), "model_answered");
});

Deno.test("what a company chose counts where it is less than its plan has", async () => {
  const most = await mostOfOne();
  const model = answering();
  const trial = await openModelTrial(model, { team: 100 * most });
  await trial.buy();
  await trial.settle();
  await trial.choose(most - 1);
  assert.equal(await trial.sort("aaaa"), "over_budget");
  await trial.choose(most);
  assert.equal(await trial.sort("bbbb"), "model_answered");
  assert.equal(await trial.sort("cccc"), "over_budget");
  assert.equal(model.calls.length, 1);
});

Deno.test("billing tells the tokens that were used and those of the plan", async () => {
  const trial = await openModelTrial(answering(), { team: 50_000 });
  await trial.buy();
  await trial.settle();
  await trial.sort("aaaa");
  const { usage } = await trial.billing();
  assert.deepEqual(usage.find(({ what }) => what === "llm_tokens"), {
    what: "llm_tokens",
    used: 120,
    limit: 50_000,
    resetsAt: "2026-02-01T00:00:00.000Z",
  });
});

Deno.test("the budget that is told is the company's, and the plan's where that is less", async () => {
  const trial = await openModelTrial(answering(), { team: 50_000 });
  const budget = async () =>
    value(await readModelUsage(trial.deps, trial.scope)).budget.tokensPerMonth;
  await trial.buy();
  await trial.settle();
  assert.equal(await budget(), 50_000);
  await trial.choose(50_001);
  assert.equal(await budget(), 50_000);
  await trial.choose(49_999);
  assert.equal(await budget(), 49_999);
});
