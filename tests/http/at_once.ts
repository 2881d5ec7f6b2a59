import assert from "node:assert/strict";
import type { TestOn } from "./tests_on.ts";

const V1 = "/api/v1";

/** What becomes of requests that come at the same time. */
export function atOnceTests(test: TestOn): void {
  test("ten rules made at once are all kept", async ({ call }) => {
    const names = Array.from({ length: 10 }, (_, i) => `rule ${i}`);
    const answers = await Promise.all(
      names.map((name) =>
        call("POST", `${V1}/rules`, {
          name,
          when: { field: "description", op: "equals", value: name },
          then: { review: true },
        })
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status), Array(10).fill(201));
    const { body } = await call("GET", `${V1}/rules`);
    assert.deepEqual(
      body["data"]!.map((rule) => rule["name"]).sort(),
      names,
    );
    assert.equal(body["ruleset_version"] as unknown, 10);
  });

  test("of ten changes that saw one version just one is made", async ({ call }) => {
    const seen = (await call("GET", `${V1}/tenant`)).headers.get("etag")!;
    const answers = await Promise.all(
      Array.from(
        { length: 10 },
        (_, i) =>
          call("PATCH", `${V1}/tenant`, { name: `name ${i}` }, {
            "If-Match": seen,
          }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).sort(),
      [200, ...Array(9).fill(412)],
    );
    const done = answers.find(({ status }) => status === 200)!;
    const { body } = await call("GET", `${V1}/tenant`);
    assert.deepEqual(body, done.body);
  });

  test("of many made at once there are as many as there may be, and one of a kind", async ({ call }) => {
    const statuses = async (count: number, path: string, body: object) =>
      (await Promise.all(
        Array.from({ length: count }, () => call("POST", V1 + path, body)),
      )).map(({ status }) => status).sort();
    const schedule = {
      name: "Monthly",
      cron: "0 7 1 * *",
      covers: "previous_month",
      report: { kind: "spend" },
    };
    assert.deepEqual(
      await statuses(56, "/report-schedules", schedule),
      [...Array(50).fill(201), ...Array(6).fill(409)],
    );
    const url = "https://hooks.example/balance";
    assert.deepEqual(
      await statuses(24, "/notifications/endpoints", { url }),
      [...Array(20).fill(201), ...Array(4).fill(409)],
    );
    // Behind one that takes all it would take, another can never hold anything.
    const queue = { name: "Large", conditions: { because: ["rule_asks"] } };
    assert.deepEqual(
      await statuses(5, "/review-queues", queue),
      [201, ...Array(4).fill(422)],
    );
    const invited = { email: "dee@foxglove.example", role: "viewer" };
    assert.deepEqual(
      await statuses(5, "/invitations", invited),
      Array(5).fill(201),
    );
    const { body } = await call("GET", `${V1}/invitations`);
    assert.equal(
      body["data"]!.filter(({ state }) => state as unknown === "standing")
        .length,
      1,
    );
  });
}
