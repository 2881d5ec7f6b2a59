import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import { pullSettingsSchema } from "../../src/integrations/pull_settings.ts";
import { createConnection } from "../../src/integrations/use_cases/create_connection.ts";
import { readHealth } from "../../src/integrations/use_cases/read_health.ts";
import { requestPull } from "../../src/integrations/use_cases/request_pull.ts";
import { ok } from "../../src/kernel/result.ts";
import { openLimitTrial } from "../support/limit_trial.ts";
import { runJobs, value } from "../support/trial.ts";

const PER_PAGE = 2;

const SETTINGS = pullSettingsSchema.parse({
  auth: { kind: "bearer" },
  list: {
    url: "https://bank.example/list",
    items: "/data",
    id: "/external_id",
  },
  paging: { style: "cursor", parameter: "page", next: "/next" },
  every_minutes: 60,
});

/** A source that lists, page by page, what it has by then, and counts how often it is asked. */
function bank() {
  const items: string[] = [];
  let asked = 0;
  const outgoing: Deps["outgoing"] = {
    check: () => ok(null),
    send({ url }) {
      asked++;
      const page = Number(new URL(url).searchParams.get("page") ?? 0);
      const from = page * PER_PAGE;
      const data = items.slice(from, from + PER_PAGE)
        .map((id) => ({ external_id: id, description: `Payment ${id}` }));
      const next = from + PER_PAGE < items.length ? String(page + 1) : null;
      const body = new TextEncoder().encode(JSON.stringify({ data, next }));
      return Promise.resolve(ok({ status: 200, headers: {}, body, url }));
    },
  };
  return { items, outgoing, asked: () => asked };
}

async function connected(limits: Parameters<typeof openLimitTrial>[0]) {
  const trial = await openLimitTrial(limits);
  const source = bank();
  const deps = { ...trial.deps, outgoing: source.outgoing };
  const work = () => runJobs(deps, trial.feed);
  return {
    ...trial,
    source,
    work,
    async connect() {
      const { connection: { id } } = value(
        await createConnection(deps, trial.scope, {
          name: "Bank",
          kind: "pull",
          settings: SETTINGS,
          secret: "of-the-bank",
        }),
      );
      value(await requestPull(deps, trial.scope, id));
      return {
        async state() {
          const { health, payloads, pull } = value(
            await readHealth(deps, trial.scope, id),
          );
          return {
            health: health.state,
            waiting: payloads.waiting,
            takenIn: payloads.taken_in,
            position: pull!.position,
            nextAt: pull!.nextAt,
          };
        },
      };
    },
    /** Has what the provider says heard and kept. */
    async hears() {
      for (const one of await trial.world.messages()) await trial.heard(one);
      await work();
    },
  };
}

Deno.test("a pull keeps every page whatever the plan has room for, and fetches no more often for it", async () => {
  const trial = await connected({ free: { recordsPerMonth: 3 } });
  const { source, work, clock } = trial;
  source.items.push(..."abcde");
  const { state } = await trial.connect();
  await work();
  assert.equal(source.asked(), 3);
  assert.deepEqual(await state(), {
    health: "healthy",
    waiting: 2,
    takenIn: 3,
    position: null,
    nextAt: "2026-01-02T04:04:05.000Z",
  });
  source.items.push("f");
  assert.equal(await work(), 0);
  clock.advance(3_600_000);
  await work();
  assert.equal(source.asked(), 6);
  assert.equal((await state()).waiting, 3);
  clock.set("2026-02-01T00:00:00.000Z");
  await work();
  assert.deepEqual((await trial.stored()).join(""), "abcdef");
  assert.deepEqual(await trial.counted(), [["2026-02", 3], ["2026-01", 3]]);
  assert.equal((await state()).waiting, 0);
});

Deno.test("while a company is suspended its sources are fetched from as often as ever, and all is taken in once when it pays", async () => {
  const trial = await connected({});
  const { source, work, clock } = trial;
  const id = await trial.buy();
  await trial.hears();
  source.items.push(..."ab");
  const { state } = await trial.connect();
  await work();
  assert.deepEqual(await trial.stored(), ["a", "b"]);
  await trial.world.become(id, "unpaid");
  await trial.hears();
  assert.equal(await trial.stands(), "suspended nothing");
  const before = source.asked();
  source.items.push("c");
  for (let hour = 1; hour <= 24; hour++) {
    clock.advance(3_600_000);
    await work();
  }
  // Two pages an hour.
  assert.equal(source.asked() - before, 48);
  const { waiting, position, health } = await state();
  assert.deepEqual({ waiting, position, health }, {
    waiting: 1,
    position: null,
    health: "healthy",
  });
  assert.deepEqual(await trial.stored(), ["a", "b"]);
  await trial.world.become(id, "active");
  await trial.hears();
  assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
  assert.deepEqual(await trial.counted(), [["2026-01", 3]]);
  assert.equal((await state()).waiting, 0);
});

Deno.test("a plan without pulled connections makes none, and goes on with those that are there", async () => {
  const trial = await connected({});
  const plans = {
    ...trial.deps.plans,
    plans: trial.deps.plans.plans.map((plan) => ({ ...plan, features: [] })),
  };
  const { source, work, clock } = trial;
  source.items.push("a");
  await trial.connect();
  await work();
  const refused = await createConnection(
    { ...trial.deps, plans },
    trial.scope,
    { name: "Bank", kind: "pull", settings: SETTINGS, secret: "of-the-bank" },
  );
  assert(!refused.ok);
  assert.deepEqual(
    [refused.failure.kind, refused.failure.facts] as unknown,
    ["billing.not_in_plan", {
      feature: "pull_connections",
      plan: "free",
      upgrade_url: "/console/billing#checkout",
    }],
  );
  source.items.push("b");
  clock.advance(3_600_000);
  await runJobs(
    { ...trial.deps, outgoing: source.outgoing, plans },
    trial.feed,
  );
  assert.deepEqual(await trial.stored(), ["a", "b"]);
});
