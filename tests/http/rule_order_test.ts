import assert from "node:assert/strict";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const ORDER = "/api/v1/rules/order";

async function trialWithRules() {
  const trial = await openHttpTrial();
  const ids: string[] = [];
  for (const name of ["a", "b", "c"]) {
    const made = await trial.call("POST", "/api/v1/rules", {
      name,
      when: { field: "description", op: "equals", value: name },
      then: { review: true },
    });
    ids.push(made.body["id"]!);
  }
  const [a = "", b = "", c = ""] = ids;
  return { ...trial, a, b, c };
}

Deno.test("rules are moved, in one version and with one event", async () => {
  const { call, events, a, b, c } = await trialWithRules();
  const moved = await call("PUT", ORDER, {
    moves: [{ rule_id: a, after: b }, { rule_id: c, to: "first" }],
  }, { "If-Match": '"3"' });
  assert.deepEqual(
    [moved.status, moved.headers.get("etag"), moved.body],
    [200, '"4"', { rule_ids: [c, b, a], ruleset_version: 4 }],
  );
  const last = (await events()).at(-1)!;
  assert.deepEqual([last.type, last.payload], ["RULES_REORDERED", {
    ruleset_version: 4,
    before: [a, b, c],
    after: [c, b, a],
  }]);
  const listed = await call("GET", "/api/v1/rules");
  assert.deepEqual(listed.body["data"]!.map((rule) => rule["id"]), [c, b, a]);
});

Deno.test("a cycle is refused by name, and nothing moves", async () => {
  const { call, a, b } = await trialWithRules();
  const refused = await call("PUT", ORDER, {
    moves: [{ rule_id: a, after: b }, { rule_id: b, after: a }],
  });
  assert.deepEqual(
    [refused.status, refused.body],
    [
      422,
      problem("rule.order_impossible", 422, "The moves cannot all be made", {
        errors: [{
          pointer: "/moves/1",
          detail: `closes a cycle: ${a} after ${b}, ${b} after ${a}`,
        }],
      }),
    ],
  );
  const { body } = await call("GET", "/api/v1/rules");
  assert.equal(body["ruleset_version"] as unknown, 3);
});

Deno.test("an order names each wrong place", async () => {
  const { call, a, b, c } = await trialWithRules();
  const strange = "rule_01kx2m6v9dfk3tqz8w5y7r4b1c";
  const refused = await call("PUT", ORDER, { rule_ids: [b, a, b, strange] });
  assert.deepEqual(
    [refused.status, refused.body],
    [
      422,
      problem(
        "rule.order_incomplete",
        422,
        "The order must name every rule just once",
        {
          rules: 3,
          errors: [
            {
              pointer: "/rule_ids/2",
              detail: "is the rule of /rule_ids/0 too",
            },
            { pointer: "/rule_ids/3", detail: "is not a rule of yours" },
            { pointer: "/rule_ids", detail: `leaves out ${c}` },
          ],
        },
      ),
    ],
  );
});

Deno.test("a body that is neither an order nor moves is refused at its place", async () => {
  const { call, a } = await trialWithRules();
  const cases: readonly (readonly [unknown, string, string])[] = [
    [{ moves: [] }, "/moves", "has fewer than 1 item"],
    [
      { moves: [{ rule_id: a, to: "top" }] },
      "/moves/0/to",
      "is none of first, last",
    ],
    [{ moves: [{ rule_id: a, after: 3 }] }, "/moves/0/after", "is not text"],
    [{ rule_ids: ["x"] }, "/rule_ids/0", "is not the id of a rule"],
    [
      { moves: [{ rule_id: a, to: "last", after: a }] },
      "/moves/0/to",
      "is not a known member",
    ],
  ];
  for (const [body, pointer, detail] of cases) {
    const refused = await call("PUT", ORDER, body);
    assert.deepEqual(
      [refused.status, refused.body],
      [422, invalid({ pointer, detail })],
    );
  }
});
