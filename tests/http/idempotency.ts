import assert from "node:assert/strict";
import { problem } from "./http_client.ts";
import type { TestOn } from "./tests_on.ts";

const RECORDS = "/api/v1/records";
const KEY = { "Idempotency-Key": "import-7" };
const REUSED = problem(
  "idempotency.reused",
  422,
  "This idempotency key was used for another request",
);

function one(external_id: string) {
  return { records: [{ external_id, description: "Tallow & Reed" }] };
}

/** What a repeated request gets, on every storage. */
export function idempotencyTests(test: TestOn): void {
  test("a repeat gets the first answer and does nothing", async ({ call }) => {
    const first = await call("POST", RECORDS, one("a"), KEY);
    const again = await call("POST", RECORDS, one("a"), KEY);
    assert.equal(first.headers.get("idempotency-replayed"), null);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    assert.deepEqual([again.status, again.body], [first.status, first.body]);
    assert.equal(again.body["accepted"] as unknown, 1);
    const { body } = await call("GET", "/api/v1/events?type=INGESTED");
    assert.equal(body["data"]!.length, 1);
  });

  test("the key with another body, query or preference is refused", async ({ call }) => {
    await call("POST", RECORDS, one("a"), KEY);
    const body = await call("POST", RECORDS, one("b"), KEY);
    assert.deepEqual([body.status, body.body], [422, REUSED]);
    const later = await call("POST", RECORDS, one("a"), {
      ...KEY,
      Prefer: "respond-async",
    });
    assert.deepEqual([later.status, later.body], [422, REUSED]);
    const rule = {
      name: "all",
      when: { field: "description", op: "contains", value: "reed" },
      then: { review: true },
    };
    await call("POST", "/api/v1/rules?position=0", rule, KEY);
    const moved = await call("POST", "/api/v1/rules?position=1", rule, KEY);
    assert.deepEqual([moved.status, moved.body], [422, REUSED]);
  });

  test("of twenty at once just one does it, and all get its answer", async ({ call }) => {
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        () => call("POST", "/api/v1/connections", { name: "bank" }, KEY),
      ),
    );
    assert.deepEqual(
      new Set(answers.map(({ status }) => status)),
      new Set([201]),
    );
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    const replayed = answers.filter(({ headers }) =>
      headers.get("idempotency-replayed") === "true"
    );
    assert.equal(replayed.length, 19);
    const { body } = await call("GET", "/api/v1/connections");
    assert.deepEqual(body["data"]!.map((con) => con["name"]), ["API", "bank"]);
  });

  test("a failure is not kept: the same key works once it can", async ({ call }) => {
    const missing = "cat_0000000001e008000000000000";
    const refused = await call(
      "POST",
      "/api/v1/categories",
      { name: "Rail", parent_id: missing },
      KEY,
    );
    assert.equal(refused.status, 422);
    const done = await call(
      "POST",
      "/api/v1/categories",
      { name: "Rail" },
      KEY,
    );
    assert.equal(done.status, 201);
    assert.equal(done.headers.get("idempotency-replayed"), null);
  });

  test("a refused decision is not kept, and makes no rule", async (trial) => {
    const { call, clock } = trial;
    await call("POST", RECORDS, one("a"));
    await trial.runJobs();
    const [cat] = await trial.categories("Office");
    const colleague = trial.as(await trial.keyOf("reviewer"));
    const claimed = await colleague("POST", "/api/v1/approvals/claim", {
      lease_seconds: 60,
    });
    const { id, record } = claimed.body["data"]![0]!;
    assert.equal(record!["external_id"], "a");
    const path = `/api/v1/approvals/${id}/decide`;
    const decision = {
      verdict: "override",
      category_id: cat,
      create_rule: {
        name: "reeds",
        when: { field: "description", op: "contains", value: "reed" },
        then: { category_id: cat },
      },
    };
    const refused = await call("POST", path, decision, KEY);
    assert.equal(refused.status, 409);
    assert.deepEqual(
      refused.body,
      problem(
        "approval.claimed",
        409,
        "Another person has claimed this approval",
        { approval_id: id, until: "2026-01-02T03:05:05.000Z" },
      ),
    );
    const rules = await call("GET", "/api/v1/rules");
    assert.deepEqual(rules.body["data"] as unknown, []);
    clock.advance(60_000);
    const done = await call("POST", path, decision, KEY);
    assert.equal(done.status, 200);
    assert.match(done.body["rule_id"]!, /^rule_/);
  });

  test("a repeat tells what was refused in the first answer's very words", async ({ call }) => {
    const body = {
      decisions: [{
        approval_id: "apr_0000000001e008000000000000",
        verdict: "approve",
      }],
    };
    const path = "/api/v1/approvals/decide-many";
    const first = await call("POST", path, body, KEY);
    assert.equal(first.body["refused"]!.length, 1);
    const again = await call("POST", path, body, {
      ...KEY,
      "X-Request-Id": "another",
    });
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    assert.equal(again.text, first.text);
  });

  test("keys of different senders and addresses do not meet", async (trial) => {
    const { call } = trial;
    const other = trial.as(await trial.keyOf("admin"));
    const stranger = trial.as(await trial.stranger());
    const body = { name: "same" };
    for (const send of [call, other, stranger]) {
      const made = await send("POST", "/api/v1/connections", body, KEY);
      assert.equal(made.status, 201);
      assert.equal(made.headers.get("idempotency-replayed"), null);
    }
    const elsewhere = await call("POST", "/api/v1/categories", body, KEY);
    assert.equal(elsewhere.status, 201);
  });

  test("an API key's secret is told once", async ({ call }) => {
    const body = { name: "till", role: "viewer" };
    const first = await call("POST", "/api/v1/api-keys", body, KEY);
    const again = await call("POST", "/api/v1/api-keys", body, KEY);
    assert.match(first.body["secret"]!, /^bal_[0-9A-Za-z]{49}$/);
    assert.equal(again.status, 201);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    assert.deepEqual(again.body as unknown, {
      ...first.body as object,
      secret: null,
    });
    const listed = await call("GET", "/api/v1/api-keys");
    assert(!listed.text.includes(first.body["secret"]!));
  });
}
