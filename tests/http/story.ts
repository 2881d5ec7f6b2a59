import assert from "node:assert/strict";
import { problem } from "./http_client.ts";
import type { TestOn } from "./tests_on.ts";

const V1 = "/api/v1";

/** The main job from the first record to what was learnt, and a correction. */
export function storyTests(test: TestOn): void {
  test("records in, decisions with reasons out, a person approves, the service learns", async (trial) => {
    const { call } = trial;
    const made = await call("POST", `${V1}/categories`, {
      categories: [{ name: " Office  supplies " }, { name: "Travel" }],
    });
    assert.equal(made.status, 201);
    const [office, travel] = made.body["data"]!.map((one) => one["id"]!);
    assert.equal(made.body["data"]![0]!["name"], "Office supplies");

    const record = (n: number, description: string) => ({
      external_id: `s-${n}`,
      occurred_at: "2026-03-31",
      description,
      amount: { minor: "-9007199254740993", currency: "JPY" },
      attributes: { unit: "Workshop" },
    });
    const reed = "CARD PURCHASE TALLOW & REED 4411";
    const sent = await call("POST", `${V1}/records`, {
      records: [record(1, reed), record(2, "RAIL NORTH TICKET")],
    });
    const [first, second] = sent.body["record_ids"]!;
    assert.deepEqual([sent.status, sent.body as unknown], [202, {
      accepted: 2,
      duplicates: 0,
      conflicts: [],
      record_ids: [first, second],
    }]);
    await trial.runJobs();

    const queue = await call("GET", `${V1}/approvals?limit=1`);
    assert.equal(queue.body["waiting"] as unknown, 2);
    const [item] = queue.body["data"]!;
    assert.equal(item!["because"], "nothing_alike");
    assert.equal(item!["record"]!["description"], reed);
    assert.deepEqual(item!["record"]!["amount"] as unknown, {
      minor: "-9007199254740993",
      currency: "JPY",
    });
    const rest = await call(
      "GET",
      `${V1}/approvals?cursor=${queue.body["next_cursor"]}`,
    );
    assert.equal(rest.body["data"]!.length, 1);

    const decided = await call(
      "POST",
      `${V1}/approvals/${item!["id"]}/decide`,
      {
        verdict: "override",
        category_id: office,
        note: "paper",
      },
    );
    assert.equal(decided.status, 200);
    assert.deepEqual(decided.body["approval"]!["decision"] as unknown, {
      id: decided.body["decision_id"],
      verdict: "override",
      verdicts: [],
      category_id: office,
      by: trial.apiKey.id,
      at: "2026-01-02T03:04:05.000Z",
      note: "paper",
    });
    const late = await call("POST", `${V1}/approvals/decide-many`, {
      decisions: [
        { approval_id: item!["id"], verdict: "reject" },
        {
          approval_id: rest.body["data"]![0]!["id"],
          verdict: "override",
          category_id: travel,
        },
      ],
    });
    assert.equal(late.status, 200);
    assert.equal(late.body["decided"]!.length, 1);
    assert.deepEqual(late.body["refused"] as unknown, [{
      approval_id: item!["id"],
      problem: {
        type: "https://balance.invalid/problems#approval.already_decided",
        title: "The approval was decided already",
        status: 409,
        approval_id: item!["id"],
      },
    }]);
    await trial.runJobs();

    const learnt = await call("POST", `${V1}/records`, {
      records: [1, 2, 3].map((n) => record(10 + n, reed)),
    });
    await trial.runJobs();
    const explained = await call(
      "GET",
      `${V1}/records/${learnt.body["record_ids"]![0]}/explain`,
    );
    const trace = explained.body["reasoning_trace"]!;
    const recalled = trace["steps"]!
      .find((step) => step["kind"] === "examples_recalled");
    assert.equal(recalled!["proposal"], office);
    assert.equal(recalled!["neighbours"]![0]!["record_id"], first);
    assert.equal(
      explained.body["category_names"]![office!],
      "Office supplies",
    );
    const past = await call(
      "GET",
      `${V1}/records/${first}/explain?at=2020-01-01`,
    );
    assert.equal(past.status, 409);

    const log = await call("GET", "/api/events?type=PROCESSED,TX_OVERRIDDEN");
    assert.deepEqual(
      log.body["data"]!.map((event) => event["type"]),
      [
        "PROCESSED",
        "PROCESSED",
        "TX_OVERRIDDEN",
        "TX_OVERRIDDEN",
        "PROCESSED",
        "PROCESSED",
        "PROCESSED",
      ],
    );
    const tail = await call(
      "GET",
      `/api/events?after=${
        log.body["next_cursor"]
      }&type=PROCESSED&type=TX_APPROVED`,
    );
    assert.deepEqual(tail.body as unknown, { data: [], next_cursor: null });
    const chain = await call("GET", `${V1}/events/verify`);
    assert.equal(chain.body["ok"] as unknown, true);
  });

  test("a correction names the version it saw; a stale one is 412", async (trial) => {
    const { call } = trial;
    const sent = await call("POST", `${V1}/records`, {
      records: [{ external_id: "a", description: "TALLOW", raw: { any: [1] } }],
    });
    const path = `${V1}/records/${sent.body["record_ids"]![0]}`;
    const read = await call("GET", path);
    assert.equal(read.headers.get("etag"), '"1"');
    assert.deepEqual(read.body["raw"] as unknown, { any: [1] });
    const change = { occurred_at: "2026-03-01", counterparty: null };
    const done = await call("PATCH", path, change, { "If-Match": '"1"' });
    assert.deepEqual([done.status, done.headers.get("etag")], [200, '"2"']);
    assert.deepEqual(
      done.body["settled_by_person"] as unknown,
      ["counterparty", "occurred_at"],
    );
    const stale = await call("PATCH", path, change, { "If-Match": '"1"' });
    assert.deepEqual(
      [stale.status, stale.body],
      [
        412,
        problem("record.stale", 412, "The record was changed in the meantime", {
          record_id: path.split("/").at(-1),
          version: 2,
        }),
      ],
    );
    const nothing = await call("PATCH", path, {});
    assert.equal(nothing.status, 422);
  });
}
