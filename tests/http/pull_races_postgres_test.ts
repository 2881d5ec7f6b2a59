import assert from "node:assert/strict";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { freshPostgres } from "../support/databases.ts";
import { CLIENT_SECRET, openSource } from "../support/source_server.ts";
import { take } from "../support/take.ts";
import { openHttpTrial } from "./http_trial.ts";

const PATH = "/api/v1/connections";

Deno.test("of twelve who pull one connection at once one renews its tokens, and every page is kept once", async () => {
  const { sql, drop } = await freshPostgres();
  const source = await openSource();
  try {
    const trial = await openHttpTrial({
      allow: [source.host],
      storage: (clock) => ({
        uow: postgresUnitOfWork(sql, { clock }),
        feed: postgresJobFeed(sql),
        directory: postgresDirectory(sql),
        keyUses: postgresKeyUses(sql),
      }),
    });
    const made = await trial.call("POST", PATH, {
      kind: "pull",
      name: "Bank",
      settings: source.settings,
      secret: CLIENT_SECRET,
    });
    const id = made.body["id"]! as string;
    await trial.call("POST", `${PATH}/${id}/mappings`, {
      expression: '{ "external_id": id, "description": memo }',
    });
    const begun = await trial.call("GET", `${PATH}/${id}/oauth/start`);
    const back = await source.authorise(begun.body["authorization_url"]!);
    await trial.call("GET", `${back.pathname}${back.search}`);
    await trial.runJobs();
    for (let n = 0; n < 55; n++) {
      source.list.push({
        id: `tx-${n}`,
        memo: `Payment ${n}`,
        total: "1.00",
        booked_at: `2026-01-01T00:${String(n).padStart(2, "0")}:00.000Z`,
      });
    }
    // The token has ended by now.
    trial.clock.advance(3_600_000);
    const now = trial.clock.now();
    const [job] = await take(trial.feed, 10, now, plusMs(now, 1));
    assert.equal(job!.task.kind, "pull_connection");
    const tokens = () =>
      source.seen.filter(({ path }) => path === "/token").length;
    const before = tokens();
    // Delivered to twelve at once, as a queue that lost its locks does.
    await Promise.all(
      Array.from({ length: 12 }, () => handleJob(trial.deps)(job!)),
    );
    assert.equal(tokens() - before, 1);
    // Who could not wait for the tokens has planned to come again.
    trial.clock.advance(10_000);
    await trial.runJobs();
    const { body } = await trial.call(
      "GET",
      `/api/v1/records?connection=${id}&limit=200`,
    );
    assert.equal(body["data"]!.length, 55);
    const health = await trial.call("GET", `${PATH}/${id}/health`);
    assert.deepEqual(
      [health.body["state"], health.body["payloads"]] as unknown,
      ["healthy", { waiting: 0, taken_in: 55, failed: 0, conflict: 0 }],
    );
    const received = (await trial.events()).filter(({ type }) =>
      type === "PAYLOADS_RECEIVED"
    );
    assert.equal(received.length, 6);
  } finally {
    await source.close();
    await drop();
  }
});
