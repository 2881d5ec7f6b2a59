import assert from "node:assert/strict";
import { eventsIn, type SentEvent } from "../support/event_source.ts";
import { incoming } from "../support/trial.ts";
import { type HttpTrialOptions, openHttpTrial } from "./http_trial.ts";
import { memberOf, tokenOf } from "./signed_in.ts";

const MARCH = { from: "2026-03-01", to: "2026-04-01" };

/** A service that looks again at once, and a browser that is signed in. */
async function openProgress(
  held: HttpTrialOptions["held"] = {},
) {
  const trial = await openHttpTrial({ held: { idleMs: 20, ...held } });
  const token = await tokenOf(trial, "ann@foxglove.example");
  return {
    ...trial,
    token,
    async report(): Promise<string> {
      const asked = await trial.call("POST", "/api/v1/reports", {
        kind: "spend",
        ...MARCH,
        formats: ["csv"],
      });
      assert.equal(asked.status, 202, asked.text);
      return `reports/${asked.body["id"]}`;
    },
    /** As a browser's EventSource asks. */
    async open(work: string, as = token) {
      const response = await trial.app.fetch(
        new Request(`http://balance.test/console/${work}/progress`, {
          headers: {
            Accept: "text/event-stream",
            Cookie: `__Host-balance_session=${as}`,
            "Sec-Fetch-Site": "same-origin",
          },
        }),
      );
      const { status, headers } = response;
      const isStream = headers.get("content-type") === "text/event-stream";
      if (!isStream) await response.body?.cancel();
      return { status, headers, events: eventsIn(response.body!) };
    },
  };
}

/** The next thing that is said: silence is broken, too, and says nothing. */
async function nextOf(
  events: AsyncGenerator<SentEvent>,
): Promise<[name: string, data: unknown]> {
  for (;;) {
    const { value, done } = await events.next();
    assert(!done, "the stream ended");
    if (value.event !== null) {
      return [value.event, JSON.parse(value.data!)];
    }
  }
}

Deno.test("a report says how far it is as it goes on, and that it is done, after which nothing comes", async () => {
  const trial = await openProgress();
  await trial.send(incoming(), incoming());
  await trial.runJobs();
  const work = await trial.report();
  const { status, headers, events } = await trial.open(work);
  assert.equal(status, 200);
  assert.deepEqual(
    ["content-type", "cache-control", "x-accel-buffering"]
      .map((name) => headers.get(name)),
    ["text/event-stream", "no-store, no-transform", "no"],
  );
  const waits = { done: 0, total: null, text: "Starting" };
  assert.deepEqual(await nextOf(events), ["progress", waits]);
  await trial.runJobs();
  const made = { done: 6, total: 6, text: "6 of 6" };
  assert.deepEqual(await nextOf(events), ["done", made]);
  assert.equal((await events.next()).done, true);
  assert.equal(trial.held.open, 0);
  // Who comes back is told where it is now.
  const again = await trial.open(work);
  assert.deepEqual(await nextOf(again.events), ["done", made]);
  // Another format is long work too.
  const more = await trial.call("POST", `/api/v1/${work}/formats`, {
    formats: ["html"],
  });
  assert.equal(more.status, 202, more.text);
  const coming = await trial.open(work);
  assert.equal((await nextOf(coming.events))[0], "progress");
  await trial.runJobs();
  assert.equal((await nextOf(coming.events))[0], "done");
});

Deno.test("so do a back-test, a run of rules, and its undo", async () => {
  const trial = await openProgress();
  const { call, runJobs } = trial;
  const [rent] = await trial.categories("Rent");
  await trial.send(incoming({ description: "rent of March" }), incoming());
  await runJobs();
  const rule = await call("POST", "/api/v1/rules", {
    name: "Rent",
    when: { field: "description", op: "contains", value: "rent" },
    then: { category_id: rent },
  });
  const follow = async (work: string) => {
    const { events } = await trial.open(work);
    const said = [await nextOf(events)];
    await runJobs();
    while (said.at(-1)![0] !== "done") said.push(await nextOf(events));
    return [said[0]![0], said.at(-1)![1]];
  };
  const backtest = await call("POST", "/api/v1/rules/backtest", {
    changes: [{ op: "remove", rule_id: rule.body["id"] }],
  });
  assert.equal(backtest.status, 202, backtest.text);
  assert.deepEqual(await follow(`rules/backtests/${backtest.body["id"]}`), [
    "progress",
    { done: 2, total: 2, text: "2 of 2" },
  ]);
  const path = `/api/v1/rules/${rule.body["id"]}/apply`;
  const run = await call("POST", path, {});
  assert.equal(run.status, 202, run.text);
  assert.deepEqual(await follow(`rules/runs/${run.body["id"]}`), [
    "progress",
    { done: 2, total: 2, text: "2 of 2" },
  ]);
  const undo = await call("POST", `/api/v1/rules/runs/${run.body["id"]}/undo`);
  assert.equal(undo.status, 202, undo.text);
  assert.deepEqual(await follow(`rules/runs/${run.body["id"]}`), [
    "progress",
    { done: 1, total: 1, text: "1 of 1" },
  ]);
});

Deno.test("whose session is over, or who is gone, is told no more", async () => {
  const trial = await openProgress();
  const work = await trial.report();
  const { id, email } = await memberOf(trial, "viewer");
  const { events } = await trial.open(work, await tokenOf(trial, email));
  assert.equal((await nextOf(events))[0], "progress");
  const removed = await trial.call("DELETE", `/api/v1/members/${id}`);
  assert(removed.status < 300, removed.text);
  assert.deepEqual(await nextOf(events), ["end", {
    reason: "access.unauthenticated",
  }]);
  assert.equal((await events.next()).done, true);
  const other = await trial.open(work);
  await nextOf(other.events);
  await other.events.return(undefined);
  assert.equal(trial.held.open, 0);
});

Deno.test("a stop ends what is said with a word, and few are told at once", async () => {
  const trial = await openProgress({ ofTenant: 2 });
  const work = await trial.report();
  const one = await trial.open(work);
  const two = await trial.open(work);
  assert.equal((await trial.open(work)).status, 429);
  for (const { events } of [one, two]) await nextOf(events);
  const ends = [one, two].map(({ events }) => nextOf(events));
  trial.held.close();
  for (const end of await Promise.all(ends)) {
    assert.deepEqual(end, ["end", { reason: "service.stopping" }]);
  }
  assert.equal(trial.held.open, 0);
});

Deno.test("of what is not there nothing is said, and HEAD opens no stream", async () => {
  const trial = await openProgress();
  const id = "01kx2m6v9dfk3tqz8w5y7r4b1c";
  for (
    const work of [
      `reports/rpt_${id}`,
      `rules/backtests/bkt_${id}`,
      `rules/runs/run_${id}`,
      "reports/other",
    ]
  ) assert.equal((await trial.open(work)).status, 404, work);
  assert.equal((await trial.open(await trial.report(), "other")).status, 401);
  const head = await trial.app.fetch(
    new Request(
      `http://balance.test/console/${await trial.report()}/progress`,
      {
        method: "HEAD",
        headers: { Cookie: `__Host-balance_session=${trial.token}` },
      },
    ),
  );
  assert.deepEqual([head.status, head.body], [200, null]);
  assert.equal(trial.held.open, 0);
});
