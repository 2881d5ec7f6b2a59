import assert from "node:assert/strict";
import { tracing } from "../../adapters/opentelemetry/tracing.ts";
import { prometheusMetrics } from "../../adapters/prometheus/metrics.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { doJob } from "../../src/main/do_job.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { take } from "../support/take.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

Deno.test("a worker counts what its jobs asked a model, and tells no model that a tenant chose", async () => {
  const model = scriptedModel((call) =>
    answers(call, (place) => ({ label: place === 0 ? 0 : null }))
  );
  const { deps, scope, feed, clock, ...trial } = await openTrial({ model });
  await trial.categories("Office");
  const metrics = prometheusMetrics({
    clock,
    census: () => null,
    counts: () => Promise.resolve({ waiting: 0, active: 0, delayed: 0 }),
    idleMs: () => 0,
    revivals: () => 0,
    streams: () => 0,
    feeds: () => null,
    onError: (error) => assert.fail(String(error)),
  });
  const { handler } = doJob(deps, {
    log: { info: () => {}, error: () => {} },
    metrics,
    tracing: tracing(),
    attemptsMax: 5,
    onEnd: () => {},
  });
  const sort = async (...descriptions: string[]) => {
    await trial.send(
      ...descriptions.map((description) => incoming({ description })),
    );
    const now = clock.now();
    for (const job of await take(feed, 100, now, plusMs(now, 1))) {
      value(await handler(job, 1));
    }
  };
  await sort("Tallow", "Reed", "Tallow");
  await sort("Reed");
  value(
    await changeTenant(deps, scope, {
      change: { settings: { model: { model: "acme-secret-model" } } },
      seenVersion: null,
    }),
  );
  await sort("Reed");

  const text = await metrics.registry.metrics();
  const lines = text.split("\n")
    .filter((line) => /^balance_model_(questions|cost)/.test(line)).sort();
  const of = (model: string, outcome: string) =>
    `{provider="scripted",model="${model}",outcome="${outcome}"}`;
  assert.deepEqual(lines, [
    `balance_model_cost_micros_total${of("m-1", "answered")} 70`,
    `balance_model_cost_micros_total${of("m-1", "cached")} 0`,
    `balance_model_cost_micros_total${of("m-1", "undecided")} 70`,
    `balance_model_cost_micros_total${of("other", "answered")} 140`,
    `balance_model_questions_total${of("m-1", "answered")} 1`,
    `balance_model_questions_total${of("m-1", "cached")} 2`,
    `balance_model_questions_total${of("m-1", "undecided")} 1`,
    `balance_model_questions_total${of("other", "answered")} 1`,
  ]);
});
