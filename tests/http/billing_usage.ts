import assert from "node:assert/strict";
import { ok } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { sampleIds } from "../support/samples.ts";
import { value } from "../support/trial.ts";
import { BILLING, type BillingTrial, sellingOn } from "./billing_trial.ts";
import type { Call } from "./http_client.ts";
import type { TestOn } from "./tests_on.ts";

async function usedBy(call: Call): Promise<unknown> {
  const { body } = await call("GET", BILLING);
  const used = body["usage"]!.map((one) => [one["what"], one["used"]] as const);
  return Object.fromEntries(used);
}

/** Charges a call of a language model. */
async function spend({ deps, tenant, clock }: BillingTrial, tokens: number) {
  const scope = openScope(tenant.id, { kind: "system", id: "setup" });
  await deps.uow.run(value(permit(scope, "jobs.run")), async (tx) => {
    const none = { tokensPerMonth: null, microsPerMonth: null };
    const charged = await tx.modelSpend.reserve({
      id: sampleIds.next("mcl"),
      month: "2026-01",
      at: clock.now(),
      provider: "openai",
      model: "m-1",
      records: 3,
      most: { tokens, micros: 4 },
    }, none);
    assert(charged);
    return ok(null);
  });
}

/** What a company is told that it used. */
export function billingUsageTests(on: TestOn): void {
  const test = sellingOn(on);

  test("what is used is counted, of this month alone where months count, and of no other company", async (trial) => {
    const { call } = trial;
    const records = [..."abc"].map((external_id) => ({
      external_id,
      description: external_id,
    }));
    const made = [
      await call("POST", "/api/v1/records", { records }),
      await call("POST", "/api/v1/members", {
        email: "bo@foxglove.example",
        name: "Bo",
        role: "viewer",
      }),
      await call("POST", "/api/v1/connections", {
        kind: "webhook",
        name: "Till",
        settings: { scheme: "github" },
      }),
    ];
    assert.deepEqual(made.map(({ status }) => status), [202, 201, 201]);
    await spend(trial, 70);
    assert.deepEqual(await usedBy(call), {
      records: 3,
      llm_tokens: 70,
      members: 2,
      connections: 1,
    });
    trial.clock.set("2026-02-01T00:00:00.000Z");
    assert.deepEqual(await usedBy(call), {
      records: 0,
      llm_tokens: 0,
      members: 2,
      connections: 1,
    });
    assert.deepEqual(await usedBy(trial.as(await trial.stranger())), {
      records: 0,
      llm_tokens: 0,
      members: 1,
      connections: 0,
    });
  });
}
