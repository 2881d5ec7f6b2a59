import assert from "node:assert/strict";
import { Audit } from "../../src/events/audit.ts";
import {
  readCheckpoints,
  readExportLine,
} from "../../src/events/event_json.ts";
import { takeCheckpoints } from "../../src/main/take_checkpoints.ts";
import { openHttpTrial } from "./http_trial.ts";

const DAY_MS = 86_400_000;

async function openLog() {
  const trial = await openHttpTrial();
  let name = 0;
  return {
    ...trial,
    take: () => takeCheckpoints(trial.deps),
    add: () => trial.call("POST", "/api/v1/categories", { name: `C${name++}` }),
    kept: async (query = "") =>
      (await trial.call("GET", `/api/v1/events/checkpoints${query}`))
        .body as unknown as {
          data: { seq: number; hash: string; taken_at: string }[];
          next_cursor: string | null;
        },
    exported: async () =>
      (await trial.call("GET", "/api/v1/events/export")).text.trimEnd()
        .split("\n"),
  };
}

Deno.test("a checkpoint is taken each day in which something happened, and told in the log", async () => {
  const { take, add, kept, clock, call } = await openLog();
  const { body: first } = await call("GET", "/api/v1/events/checkpoint");
  const firstAt = clock.now();
  await take();
  await add();
  await take();
  assert.deepEqual((await kept()).data, [{
    ...first as unknown as { seq: number; hash: string },
    taken_at: firstAt,
  }], "once a day");
  clock.advance(DAY_MS);
  const { body: second } = await call("GET", "/api/v1/events/checkpoint");
  await take();
  clock.advance(DAY_MS);
  await take();
  assert.deepEqual(
    (await kept()).data.map(({ seq, hash }) => ({ seq, hash })) as unknown,
    [second, first],
    "nothing happened on the third day",
  );
  const { body } = await call("GET", "/api/v1/events?type=CHECKPOINT_TAKEN");
  assert.deepEqual(
    (body["data"] as unknown as { payload: unknown }[])
      .map(({ payload }) => payload),
    [first, second],
  );
});

Deno.test("checkpoints come in pages, the latest first", async () => {
  const { take, add, kept, clock } = await openLog();
  for (let day = 0; day < 3; day++) {
    await add();
    await take();
    clock.advance(DAY_MS);
  }
  const all = (await kept()).data;
  assert.equal(all.length, 3);
  const page = await kept("?limit=2");
  assert.deepEqual(page.data, all.slice(0, 2));
  const rest = await kept(`?limit=2&cursor=${page.next_cursor}`);
  assert.deepEqual(rest, { data: all.slice(2), next_cursor: null });
});

Deno.test("an audit holds an export against what was kept of earlier days, in whatever form", async () => {
  const { take, add, kept, clock, exported, call } = await openLog();
  for (let day = 0; day < 3; day++) {
    await add();
    await take();
    clock.advance(DAY_MS);
  }
  const page = await kept();
  const told = await call("GET", "/api/v1/events?type=CHECKPOINT_TAKEN");
  const sent = told.body["data"] as unknown as unknown[];
  const heads = page.data.map(({ seq, hash }) => ({ seq, hash }));
  assert.deepEqual(readCheckpoints(JSON.stringify(page)), heads);
  assert.deepEqual(
    sent.flatMap((event) => readCheckpoints(JSON.stringify(event))),
    heads.toReversed(),
  );
  assert.equal(
    readCheckpoints(
      JSON.stringify({ ...sent[0] as object, type: "PROCESSED" }),
    ),
    null,
  );
  const findings = (lines: readonly string[]) => {
    const audit = new Audit(heads);
    for (const line of lines) if (!audit.take(readExportLine(line))) break;
    return audit.report();
  };
  const lines = await exported();
  const whole = findings(lines);
  assert.deepEqual([whole.ok, whole.checkpoints], [true, 3]);
  // Cut off behind the second day's, and moved back to where it then ends.
  const [latest, second] = heads;
  const cut = [
    ...lines.slice(0, second!.seq + 1),
    JSON.stringify({ checkpoint: second }),
  ];
  assert.deepEqual(findings(cut).findings, [
    `the log ends with event ${second!.seq}: those up to ${
      latest!.seq
    }, of which a checkpoint tells, were cut off`,
  ]);
});

Deno.test("of an erased tenant no checkpoint is taken", async () => {
  const { call, runJobs, take, events, tenant } = await openLog();
  const gone = await call("DELETE", "/api/v1/tenant", { confirm: tenant.name });
  assert(gone.status < 300, gone.text);
  await runJobs();
  const before = (await events()).length;
  await take();
  assert.equal((await events()).length, before);
});
