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
}
