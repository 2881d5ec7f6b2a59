import assert from "node:assert/strict";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";
import { operationsOf, sendSample } from "./operations.ts";
import { requestsFor } from "./requests.ts";
import { seed } from "./seeded.ts";

const V1 = "/api/v1";

const REFUSED = problem(
  "request.if_match_not_taken",
  400,
  "This operation takes no If-Match and would ignore it",
);

Deno.test("a change that names another version than the current one is 412 and changes nothing", async () => {
  const { call, runJobs } = await openHttpTrial();
  const { cat, rule } = await seed(call, runJobs, "Foxglove");
  for (
    const { path, shown = path, method = "PATCH", body, stale } of [
      {
        path: `${V1}/categories/${cat}`,
        body: { name: "Rail" },
        stale: (version: number) =>
          problem(
            "category.stale",
            412,
            "The category was changed in the meantime",
            { category_id: cat, version },
          ),
      },
      {
        path: `${V1}/rules/${rule}`,
        body: { enabled: false },
        stale: (version: number) =>
          problem("rule.stale", 412, "The rules were changed in the meantime", {
            rule_id: rule,
            version,
          }),
      },
      {
        path: `${V1}/tenant`,
        body: { similarity_threshold: 0.5 },
        stale: (version: number) =>
          problem(
            "tenant.stale",
            412,
            "The tenant was changed in the meantime",
            { version },
          ),
      },
      {
        path: `${V1}/rules/order`,
        shown: `${V1}/rules`,
        method: "PUT",
        body: { rule_ids: [rule] },
        stale: (ruleset_version: number) =>
          problem("rule.stale", 412, "The rules were changed in the meantime", {
            ruleset_version,
          }),
      },
    ]
  ) {
    const seen = (await call("GET", shown)).headers.get("etag")!;
    const version = Number(JSON.parse(seen));
    const done = await call(method, path, body, { "If-Match": seen });
    assert.deepEqual(
      [done.status, done.headers.get("etag")],
      [200, `"${version + 1}"`],
      path,
    );
    const before = await call("GET", shown);
    const late = await call(method, path, body, { "If-Match": seen });
    assert.deepEqual([late.status, late.body], [412, stale(version + 1)]);
    assert.equal((await call("GET", shown)).text, before.text);
    const any = await call(method, path, body, { "If-Match": "*" });
    assert.equal(any.status, 200);
    const weak = await call(method, path, body, { "If-Match": 'W/"1"' });
    assert.deepEqual(
      [weak.status, weak.body],
      [
        422,
        invalid({
          header: "If-Match",
          detail: 'is not an ETag of ours, such as "3"',
        }),
      ],
    );
  }
});

Deno.test("every operation either takes If-Match, as its document says, or refuses it", async () => {
  const { call, runJobs } = await openHttpTrial();
  const samples = requestsFor(await seed(call, runJobs, "Foxglove"));
  const { body } = await call("GET", "/api/openapi.json");
  const taking: string[] = [];
  for (const operation of await operationsOf(call)) {
    const { name, path, method } = operation;
    const documented = body["paths"]![path]![method.toLowerCase()]!;
    const takes = (documented["parameters"] ?? [] as never)
      .some((parameter) => parameter["name"] === "If-Match");
    const answer = await sendSample(call, operation, samples, {
      "If-Match": '"999"',
    });
    if (takes) {
      taking.push(name);
      assert.equal(answer.status, 412, `${name}: ${answer.text}`);
    } else assert.deepEqual([answer.status, answer.body], [400, REFUSED], name);
  }
  assert.deepEqual(taking.sort(), [
    "patch /api/v1/categories/{id}",
    "patch /api/v1/connections/{id}",
    "patch /api/v1/notifications/endpoints/{id}",
    "patch /api/v1/receipts/{id}",
    "patch /api/v1/records/{id}",
    "patch /api/v1/report-schedules/{id}",
    "patch /api/v1/review-queues/{id}",
    "patch /api/v1/rules/{id}",
    "patch /api/v1/tenant",
    "post /api/v1/conflicts/{id}/resolve",
    "post /api/v1/rules/backtest",
    "post /api/v1/rules/import",
    "put /api/v1/rules/order",
  ]);
});
