import assert from "node:assert/strict";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import type { LanguageModel } from "../../ports/language_model.ts";
import type {
  ModelBudget,
  ModelMonth,
} from "../../src/processing/model/spend.ts";
import { callLLM } from "../../src/processing/use_cases/call_model.ts";
import { freshPostgres } from "../support/databases.ts";
import { sampleIds, sampleRecord } from "../support/samples.ts";
import {
  answers,
  failure,
  PROFILE,
  scriptedModel,
} from "../support/scripted_model.ts";
import { settableClock } from "../support/settable_clock.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";

const WORKERS = 50;

/** Fifty workers ask one question each, at once; equal in length, so that every call has the same most. */
async function askAtOnce(
  tenant: FreshTenant,
  uow: ReturnType<typeof postgresUnitOfWork>,
  model: LanguageModel,
  budget: ModelBudget,
) {
  const deps = { uow, model, clock: settableClock(), ids: sampleIds };
  const labels = [{ categoryId: tenant.categories[0].id, name: "Office" }];
  const { provider, model: name } = PROFILE;
  const use = { provider, model: name, promptVersion: 1, temperature: null };
  const outcomes = await Promise.all(
    Array.from({ length: WORKERS }, async (_, i) => {
      const record = sampleRecord({ description: `supplier ${i + 100}` });
      const question = {
        recordId: record.id,
        content: record,
        neighbours: [],
      };
      const asked = await callLLM(deps, tenant.permit, PROFILE, {
        questions: [question],
        labels,
        use,
        budget,
        recordsPerCall: 1,
      });
      return asked.get(record.id)!;
    }),
  );
  return outcomes.map((one) => one.kind === "failed" ? one.reason : one.kind);
}

Deno.test("PostgreSQL: of fifty workers at once just as many call a model as the budget has room for", async () => {
  const { sql, drop } = await freshPostgres();
  const uow = postgresUnitOfWork(sql, { clock: settableClock() });
  const monthOf = async (tenant: FreshTenant): Promise<ModelMonth> => {
    const [month] = await tenant.run((tx) => tx.modelSpend.months("2026-01"));
    return month!;
  };
  try {
    const noLimit = { tokensPerMonth: null, microsPerMonth: null };
    const lost = () => scriptedModel(() => failure("timed_out"));
    const measured = await freshTenant({ uow });
    await askAtOnce(measured, uow, lost(), noLimit);
    const { tokens, micros } = await monthOf(measured);
    const most = { tokens: tokens / WORKERS, micros: micros / WORKERS };
    assert(Number.isInteger(most.tokens) && Number.isInteger(most.micros));

    for (
      const budget of [
        { tokensPerMonth: 17 * most.tokens, microsPerMonth: null },
        { tokensPerMonth: null, microsPerMonth: 18 * most.micros - 1 },
      ]
    ) {
      const tenant = await freshTenant({ uow });
      const model = lost();
      const outcomes = await askAtOnce(tenant, uow, model, budget);
      assert.equal(model.calls.length, 17);
      const stopped = outcomes.filter((outcome) => outcome === "over_budget");
      assert.equal(stopped.length, WORKERS - 17);
      const month = await monthOf(tenant);
      assert.deepEqual([month.tokens, month.micros, month.calls], [
        17 * most.tokens,
        17 * most.micros,
        17,
      ]);
      const events = await tenant.run((tx) => tx.events.after(0, 100));
      const reached = events.filter(({ type }) => type === "LIMIT_REACHED");
      assert.equal(reached.length, 1);
    }

    const tenant = await freshTenant({ uow });
    const budget = {
      tokensPerMonth: 3 * most.tokens + 1_000,
      microsPerMonth: null,
    };
    let highest = 0;
    const model = scriptedModel(async (call) => {
      highest = Math.max(highest, (await monthOf(tenant)).tokens);
      return answers(call);
    });
    const outcomes = await askAtOnce(tenant, uow, model, budget);
    assert(highest > most.tokens && highest <= budget.tokensPerMonth);
    const answered = outcomes.filter((outcome) => outcome === "answered");
    assert(answered.length >= 3);
    const month = await monthOf(tenant);
    assert.deepEqual([month.tokens, month.answered], [
      120 * answered.length,
      answered.length,
    ]);
  } finally {
    await drop();
  }
});
