import assert from "node:assert/strict";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { openHttpTrial } from "./http_trial.ts";

const TENANT = "/api/v1/tenant";
const DEFAULT = {
  enabled: true,
  model: null,
  prompt_version: null,
  temperature: null,
  tokens_per_month: 5_000_000,
  usd_per_month: "10.00",
};

Deno.test("a tenant has a budget that ends; a change leaves alone what it does not name, and is an event", async () => {
  const { call } = await openHttpTrial();
  const read = await call("GET", TENANT);
  assert.deepEqual(read.body["llm"] as unknown, DEFAULT);
  const change = { model: "m-2", usd_per_month: "0.5", temperature: 0 };
  const changed = await call("PATCH", TENANT, { llm: change });
  const after = { ...DEFAULT, ...change, usd_per_month: "0.50" };
  assert.deepEqual(changed.body["llm"] as unknown, after);
  const opened = await call("PATCH", TENANT, {
    llm: { usd_per_month: null, model: null, enabled: false },
  });
  assert.deepEqual(opened.body["llm"] as unknown, {
    ...after,
    usd_per_month: null,
    model: null,
    enabled: false,
  });
  const events = await call("GET", "/api/v1/events?type=TENANT_UPDATED");
  const { payload } = events.body["data"]![0]! as unknown as {
    payload: { before: { llm: unknown }; after: { llm: unknown } };
  };
  assert.deepEqual([payload.before.llm, payload.after.llm], [DEFAULT, after]);
});

Deno.test("what is wrong about a budget is told at its place", async () => {
  const { call } = await openHttpTrial();
  for (
    const [llm, pointer, detail] of [
      [{}, "", "changes nothing"],
      [{ prompt_version: 99 }, "/prompt_version", /^is none of 1/],
      [{ tokens_per_month: -1 }, "/tokens_per_month", /./],
      [{ tokens_per_month: 1.5 }, "/tokens_per_month", /./],
      [{ temperature: 2.1 }, "/temperature", /./],
      [{ model: " " }, "/model", "is blank"],
      [{ usd_per_month: 10 }, "/usd_per_month", "is not text"],
      [
        { usd_per_month: "-1" },
        "/usd_per_month",
        "is not an amount of dollars such as 12.50",
      ],
    ] as const
  ) {
    const { status, body } = await call("PATCH", TENANT, { llm });
    assert.equal(status, 422, JSON.stringify(llm));
    const [error, ...more] = body["errors"]! as unknown as {
      pointer: string;
      detail: string;
    }[];
    assert.deepEqual(more, []);
    assert.equal(error!.pointer, `/llm${pointer}`);
    if (typeof detail === "string") assert.equal(error!.detail, detail);
    else assert.match(error!.detail, detail);
  }
  const { body } = await call("GET", TENANT);
  assert.equal(body["version"] as unknown, 1);
});

Deno.test("usage is told by month, with its limits and what was known", async () => {
  const model = scriptedModel((asked) => answers(asked));
  const { call, clock, categories, runJobs } = await openHttpTrial({ model });
  await categories("Office");
  const send = async (external_id: string, description: string) => {
    const records = [{ external_id, description }];
    await call("POST", "/api/v1/records", { records });
    await runJobs();
  };
  await send("a", "Tallow & Reed");
  clock.set("2026-02-15T12:00:00.000Z");
  await send("b", "Tallow & Reed");
  const { body } = await call("GET", `${TENANT}/llm-usage`);
  const nothing = {
    tokens: 0,
    usd: "0.00",
    calls: 0,
    answered: 0,
    failed: 0,
    cached: 0,
  };
  assert.deepEqual(body["current"] as unknown, {
    ...nothing,
    month: "2026-02",
    cached: 1,
    tokens_limit: 5_000_000,
    usd_limit: "10.00",
    resets_at: "2026-03-01T00:00:00.000Z",
  });
  const earlier = body["earlier"] as unknown as { month: string }[];
  assert.equal(earlier.length, 12);
  assert.deepEqual(earlier[0], {
    ...nothing,
    month: "2026-01",
    tokens: 120,
    usd: "0.00014",
    calls: 1,
    answered: 1,
  });
  assert.deepEqual(earlier.at(-1), { ...nothing, month: "2025-02" });
});

Deno.test("an explanation tells what the model was asked by, what it said, what it cost, and the limits then in force", async () => {
  const model = scriptedModel((asked) => answers(asked));
  const { call, clock, categories, runJobs } = await openHttpTrial({ model });
  const [office] = await categories("Office");
  const records = [{ external_id: "a", description: "Tallow & Reed" }];
  const sent = await call("POST", "/api/v1/records", { records });
  await runJobs();
  const id = sent.body["record_ids"]![0]!;
  const then = clock.now();
  clock.advance(60_000);
  const [approval] = (await call("GET", "/api/v1/approvals")).body["data"]!;
  await call("POST", `/api/v1/approvals/${approval!["id"]}/decide`, {
    verdict: "approve",
  });
  await call("PATCH", TENANT, { similarity_threshold: 0.5 });
  const { body } = await call(
    "GET",
    `/api/v1/records/${id}/explain?at=${then}`,
  );
  const trace = body["reasoning_trace"] as unknown as {
    limits: unknown;
    steps: unknown[];
  };
  assert.partialDeepStrictEqual(trace.limits, {
    model: { attempts_max: 2, known_similarity: 0.65, threshold: null },
  });
  assert.deepEqual(
    trace.steps.filter((step) =>
      (step as { kind: string }).kind === "model_answered"
    ),
    [{
      kind: "model_answered",
      at: then,
      model: "m-1",
      prompt_version: 1,
      category_id: office,
      rationale: "Tallow & Reed",
      raw_confidence: 0.9,
      usage: { input_tokens: 100, output_tokens: 20 },
      cost_micros: 140,
      cached: false,
    }],
  );
  assert.deepEqual(body["category_names"] as unknown, { [office!]: "Office" });
});
