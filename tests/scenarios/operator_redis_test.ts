import assert from "node:assert/strict";
import { freshPostgres } from "../support/databases.ts";
import { BalanceProblem } from "../../adapters/client/balance.ts";
import { apiOf } from "../support/api_of.ts";
import { freshRedis } from "../support/redis.ts";
import { makeTenant, startService } from "../support/service_process.ts";

const TOKEN = "operator-token-of-a-test";

type Get = (path: string) => Promise<{
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}>;

/** A process that serves, and what its operator and a tenant's owner can ask of it. */
async function withService(
  env: Readonly<Record<string, string>>,
  work: (of: {
    readonly get: Get;
    send(externalId: string): Promise<number>;
  }) => Promise<void>,
): Promise<void> {
  const database = await freshPostgres();
  const redis = freshRedis();
  const stores = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    BALANCE_REDIS_PREFIX: redis.prefix,
  };
  const key = await makeTenant(stores);
  const service = await startService({ ...stores, ...env }, "serve");
  await work({
    async get(path) {
      const response = await fetch(new URL(path, service.address), {
        headers: { authorization: `Basic ${btoa(`operator:${TOKEN}`)}` },
      });
      const { status, headers } = response;
      return { status, headers, text: await response.text() };
    },
    async send(externalId) {
      const records = [{
        external_id: externalId,
        description: "Tallow & Reed",
      }];
      return await apiOf(service, key)
        .request("post", "/records", { body: { records } })
        .then(({ status }) => status, (error) => {
          if (error instanceof BalanceProblem) return error.status;
          throw error;
        });
    },
  });
  assert.equal(await service.stop(), 0);
  await redis.drop();
  await database.drop();
}

Deno.test("the board shows the queues in Redis, and its pages find all they load", async () => {
  await withService(
    { BALANCE_OPERATOR_TOKEN: TOKEN },
    async ({ get, send }) => {
      assert.equal(await send("a"), 202);
      const page = await get("/admin/queues");
      assert.equal(page.status, 200);
      assert.match(
        page.headers.get("content-security-policy")!,
        /^default-src 'none'; script-src 'self';/,
      );
      const loaded = [...page.text.matchAll(/(?:src|href)="(static\/[^"]+)"/g)]
        .map(([, path]) => `/admin/queues/${path}`);
      assert(loaded.length > 4);
      for (const path of loaded) {
        assert.equal((await get(path)).status, 200, path);
      }
      assert(!/<script(?![^>]*(src=|application\/json))/.test(page.text));
      const { queues } = JSON.parse(
        (await get("/admin/queues/api/queues")).text,
      );
      assert.deepEqual(
        queues.map((
          { name, readOnlyMode }: { name: string; readOnlyMode: boolean },
        ) => [name, readOnlyMode]),
        [
          "records.ingest",
          "records.process",
          "reports.generate",
          "integrations.pull",
          "notifications.deliver",
          "billing.sync",
        ].map((name) => [name, true]),
      );
    },
  );
});

Deno.test("a sender whose backlog is full is refused, and the metrics count it", async () => {
  const env = {
    BALANCE_OPERATOR_TOKEN: TOKEN,
    BALANCE_TENANT_BACKLOG_MAX: "1",
  };
  await withService(env, async ({ get, send }) => {
    assert.deepEqual([await send("a"), await send("b")], [202, 429]);
    const { status, text } = await get("/metrics");
    assert.equal(status, 200);
    const lines = text.split("\n");
    for (
      const line of [
        'balance_intake_refused_total{reason="tenant_backlog"} 1',
        'balance_intake_refused_total{reason="backlog"} 0',
        'balance_http_request_duration_seconds_count{method="POST",route="/api/v1/records",status="202"} 1',
        'balance_http_request_duration_seconds_count{method="POST",route="/api/v1/records",status="429"} 1',
      ]
    ) assert(lines.includes(line), line);
    assert(!/(ten|rec|key)_[0-9a-z]{26}/.test(text));
  });
});

Deno.test("without an operator's token there is no board, and the metrics are open", async () => {
  await withService({}, async ({ get }) => {
    assert.equal((await get("/admin/queues")).status, 404);
    assert.equal((await get("/metrics")).status, 200);
  });
});
