import assert from "node:assert/strict";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { ok } from "../../src/kernel/result.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { queueAllPushes } from "../../src/main/queue_all_pushes.ts";
import { createEndpoint } from "../../src/notifications/use_cases/create_endpoint.ts";
import { putFeed } from "../../src/notifications/use_cases/put_feed.ts";
import { readFeed } from "../../src/notifications/use_cases/read_feed.ts";
import { freshPostgres } from "../support/databases.ts";
import { noNotices } from "../support/no_notices.ts";
import { take } from "../support/take.ts";
import { openTrial, value } from "../support/trial.ts";

const WORKERS = 6;

Deno.test("PostgreSQL: of many workers at once one sends an endpoint its events, and queues one job for it", async () => {
  const { sql, drop } = await freshPostgres();
  const sent: number[] = [];
  let underWay = 0;
  let most = 0;
  const webhooks = {
    async send({ body }: { readonly body: string }) {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 2));
      underWay--;
      const { data } = JSON.parse(body);
      sent.push(...data.events.map(({ seq }: { seq: number }) => seq));
      return ok({ status: 204 });
    },
  };
  try {
    const trial = await openTrial({
      notices: { ...noNotices(), webhooks },
      storage: (clock) => ({
        uow: postgresUnitOfWork(sql, { clock }),
        feed: postgresJobFeed(sql),
        directory: postgresDirectory(sql),
        keyUses: postgresKeyUses(sql),
      }),
    });
    const { deps, feed, clock, scope } = trial;
    const { endpoint: { id } } = value(
      await createEndpoint(deps, scope, {
        url: "https://foxglove.example/",
        description: "",
        kinds: [],
      }),
    );
    const settings = { types: [], format: "plain", batchMax: 3 } as const;
    value(
      await putFeed(deps, scope, id, { ...settings, after: 0, paused: false }),
    );
    await trial.categories(...Array.from({ length: 20 }, (_, i) => `C${i}`));
    const workers = Array.from({ length: WORKERS }, () => handleJob(deps));
    await Promise.all(
      workers.map(() => queueAllPushes(deps, feed.logs)),
    );
    const jobs = (await take(feed, 100, clock.now(), clock.now()))
      .filter(({ task }) => task.kind === "push_events");
    assert.equal(jobs.length, 1);
    const done = await Promise.all(workers.map((handle) => handle(jobs[0]!)));
    for (const result of done) value(result);
    const { feed: stands, head } = value(await readFeed(deps, scope, id));
    assert.deepEqual(
      sent,
      Array.from({ length: head }, (_, i) => i + 1),
    );
    assert.equal(most, 1);
    assert.deepEqual([stands.cursor, stands.lease], [head, null]);
    assert.deepEqual(await feed.logs.feedsDue(clock.now(), 9), []);
  } finally {
    await drop();
  }
});
