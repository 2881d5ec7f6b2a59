import assert from "node:assert/strict";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { ok } from "../../src/kernel/result.ts";
import type { ModelSettingsChange } from "../../src/tenancy/model_settings.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { permitTo } from "../support/samples.ts";
import {
  answers,
  recordsAsked,
  scriptedModel,
} from "../support/scripted_model.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

async function openCacheTrial() {
  const model = scriptedModel((call) => answers(call));
  const trial = await openTrial({ model });
  await trial.categories("Office", "Travel");
  const { deps, scope } = trial;
  return {
    ...trial,
    model,
    /** Sends equal records and tells, of each, whether its answer was known and what it cost. */
    async sort(count = 1) {
      const sent = Array.from({ length: count }, () => incoming());
      const ids = await trial.send(...sent);
      await trial.runJobs();
      const records = await Promise.all(ids.map((id) => trial.record(id)));
      return records.map(({ trace }) => {
        const step = trace!.steps.at(-1)!;
        assert(step.kind === "model_answered");
        return [step.cached, step.cost_micros, step.usage.input_tokens];
      });
    },
    async set(change: ModelSettingsChange) {
      value(
        await changeTenant(deps, scope, {
          change: { settings: { model: change } },
          seenVersion: null,
        }),
      );
    },
    async cached() {
      const { value } = await deps.uow.run(
        permitTo("tenant.read", scope),
        async (tx) => ok(await tx.modelSpend.months("2026-01")),
      );
      return value.reduce((sum, { cached }) => sum + cached, 0);
    },
  };
}

const PAID = [false, 140, 100];
const KNOWN = [true, 0, 0];

Deno.test("equal records are asked about once, together and later, and only the first is paid for", async () => {
  const trial = await openCacheTrial();
  assert.deepEqual(await trial.sort(3), [PAID, KNOWN, KNOWN]);
  assert.deepEqual(await trial.sort(2), [KNOWN, KNOWN]);
  assert.deepEqual(trial.model.calls.map(recordsAsked), [1]);
  assert.equal(await trial.cached(), 4);
});

Deno.test("another model, temperature or set of categories is asked anew", async () => {
  const trial = await openCacheTrial();
  assert.deepEqual(await trial.sort(), [PAID]);
  await trial.set({ model: "m-2" });
  assert.deepEqual(await trial.sort(), [PAID]);
  await trial.set({ temperature: 0 });
  assert.deepEqual(await trial.sort(), [PAID]);
  const { deps, scope } = trial;
  const more = [{ name: "Rent", parentId: null }];
  value(await createCategories(deps, scope, more));
  assert.deepEqual(await trial.sort(), [PAID]);
  assert.deepEqual(await trial.sort(), [KNOWN]);
  assert.deepEqual(
    trial.model.calls.map(({ model, temperature }) => [model, temperature]),
    [["m-1", null], ["m-2", null], ["m-2", 0], ["m-2", 0]],
  );
});

Deno.test("an answer is known for ninety days", async () => {
  const trial = await openCacheTrial();
  await trial.sort();
  const begun = trial.clock.now();
  trial.clock.set(plusMs(begun, 90 * DAY_MS));
  assert.deepEqual(await trial.sort(), [KNOWN]);
  trial.clock.advance(1);
  assert.deepEqual(await trial.sort(), [PAID]);
  assert.deepEqual(await trial.sort(), [KNOWN]);
});

Deno.test("an answer that is known is given to a tenant whose budget is used up", async () => {
  const trial = await openCacheTrial();
  await trial.sort();
  await trial.set({ budget: { tokensPerMonth: 0 } });
  assert.deepEqual(await trial.sort(), [KNOWN]);
});
