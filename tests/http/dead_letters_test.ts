import assert from "node:assert/strict";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { take } from "../support/take.ts";
import { lostJob } from "../support/trial.ts";
import { openHttpTrial } from "./http_trial.ts";

/** A service with `count` records whose jobs were given up, one each. */
async function openWithDead(count: number) {
  const trial = await openHttpTrial();
  for (let i = 0; i < count; i++) {
    await trial.call("POST", "/api/v1/records", {
      records: [{ external_id: `d-${i}`, description: "Tallow & Reed" }],
    });
  }
  const { feed, clock, deps } = trial;
  const jobs = await take(feed, count, clock.now(), clock.now());
  for (const [i, job] of jobs.entries()) {
    clock.advance(1_000);
    const errorClass = i % 2 === 0 ? "TypeError" : "embedder.gone";
    await giveUpJob(deps, lostJob(job, { errorClass }));
  }
  return trial;
}

Deno.test("dead letters are listed in pages, by queue, error class and state", async () => {
  const { call } = await openWithDead(3);
  const { body } = await call("GET", "/api/v1/dead-letters?limit=2");
  assert.deepEqual(body["data"]!.map((one) => one["error_class"]) as unknown, [
    "TypeError",
    "embedder.gone",
  ]);
  const rest = await call(
    "GET",
    `/api/v1/dead-letters?limit=2&cursor=${body["next_cursor"]}`,
  );
  assert.equal(rest.body["data"]!.length, 1);
  assert.equal(rest.body["next_cursor"], null);
  const count = async (query: string) =>
    (await call("GET", `/api/v1/dead-letters?${query}`)).body["data"]!.length;
  assert.equal(await count("error_class=TypeError"), 2);
  assert.equal(await count("queue=records:process"), 3);
  assert.equal(await count("queue=records:ingest"), 0);
  assert.equal(await count("state=replayed"), 0);
  const wrong = await call("GET", "/api/v1/dead-letters?queue=fax");
  assert.equal(wrong.status, 422);

  const [letter] = body["data"]!;
  const read = await call("GET", `/api/v1/dead-letters/${letter!["id"]}`);
  assert.deepEqual(read.body as unknown, letter as unknown);
  assert.deepEqual(
    [read.body["kind"], read.body["records"], read.body["attempts"]] as unknown,
    ["process_records", 1, 5],
  );
});

Deno.test("a replay over HTTP: first dry, then for real, once per idempotency key", async () => {
  const { call, runJobs } = await openWithDead(2);
  const body = { filter: { error_class: "TypeError" }, dry_run: true };
  const dry = await call("POST", "/api/v1/dead-letters/replay", body);
  assert.equal(dry.status, 202);
  assert.deepEqual(
    [dry.body["records"], dry.body["dry_run"], dry.body["more"]] as unknown,
    [1, true, false],
  );
  const send = () =>
    call("POST", "/api/v1/dead-letters/replay", { ...body, dry_run: false }, {
      "Idempotency-Key": "replay-1",
    });
  const real = await send();
  assert.deepEqual(
    real.body["dead_letter_ids"] as unknown,
    dry.body["dead_letter_ids"] as unknown,
  );
  assert.deepEqual((await send()).body, real.body);
  await runJobs();
  const statuses = async (status: string) =>
    (await call("GET", `/api/v1/records?status=${status}`)).body["data"]!
      .length;
  assert.deepEqual([await statuses("processed"), await statuses("failed")], [
    1,
    1,
  ]);
  const { body: events } = await call(
    "GET",
    "/api/v1/events?type=JOB_REPLAYED",
  );
  assert.equal(events["data"]!.length, 1);
});

Deno.test("a job carries the trace of its request into its dead letter", async () => {
  const trial = await openHttpTrial();
  const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
  await trial.call("POST", "/api/v1/records", {
    records: [{ external_id: "t-1", description: "Tallow & Reed" }],
  }, { traceparent });
  const { feed, clock, deps } = trial;
  const [job] = await take(feed, 1, clock.now(), clock.now());
  await giveUpJob(deps, lostJob(job!));
  const { body } = await trial.call("GET", "/api/v1/dead-letters");
  assert.equal(body["data"]![0]!["traceparent"] as unknown, traceparent);
});

Deno.test("a replay that asks for nothing sensible says where", async () => {
  const { call } = await openHttpTrial();
  for (
    const [body, pointer] of [
      [{}, "/filter"],
      [{ filter: { ids: [] } }, "/filter/ids"],
      [{ filter: { ids: ["rec_1"] } }, "/filter/ids/0"],
      [{ filter: {}, per_second: 0 }, "/per_second"],
      [{ filter: {}, limit: 201 }, "/limit"],
      [{ filter: { died_from: "yesterday" } }, "/filter/died_from"],
    ] as const
  ) {
    const answer = await call("POST", "/api/v1/dead-letters/replay", body);
    assert.equal(answer.status, 422);
    assert.equal(answer.body["errors"]![0]!["pointer"] as unknown, pointer);
  }
});
