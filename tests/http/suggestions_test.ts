import assert from "node:assert/strict";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";
const SUGGESTIONS = `${V1}/rules/suggestions`;
/** So few records show no more. */
const LOW = "?precision_at_least=0.5";

/** Eight records of one seller that a person put into one category, and two more that wait among strangers. */
async function decided() {
  const trial = await openHttpTrial();
  const { call, runJobs } = trial;
  const made = await call("POST", `${V1}/categories`, { name: "Paper" });
  const paper = made.body["id"]!;
  const records = Array.from({ length: 60 }, (_, i) => ({
    external_id: `t-${i}`,
    description: i < 10 ? "order" : `stranger${i}`,
    counterparty: i < 10 ? "Tallow & Reed" : `Stranger ${i}`,
  }));
  const sent = await call("POST", `${V1}/records`, { records });
  const ids = sent.body["record_ids"] as unknown as readonly string[];
  await runJobs();
  const waiting = (await call("GET", `${V1}/approvals?limit=200`))
    .body["data"]!;
  const decisions = waiting
    .filter((one) => ids.indexOf(one["record_id"]!) < 8)
    .map((one) => ({
      approval_id: one["id"],
      verdict: "override",
      category_id: paper,
    }));
  assert.equal(decisions.length, 8);
  await call("POST", `${V1}/approvals/decide-many`, { decisions });
  await runJobs();
  return { ...trial, paper, ids };
}

Deno.test("what people decided alike is offered, with its effect, and is read without leaving a trace", async () => {
  const { call, events, paper, ids } = await decided();
  const before = await events();
  const { status, body } = await call("GET", SUGGESTIONS + LOW);
  const [only, ...others] = body["data"]!;
  assert.deepEqual([status, others], [200, []]);
  assert.match(only!["id"]!, /^sug_[0-7][0-9a-z]{25}$/);
  const latest = ids.slice(0, 10).toReversed();
  assert.deepEqual(body as unknown, {
    data: [{
      id: only!["id"],
      rule: {
        name: "Paper: Tallow & Reed",
        enabled: true,
        when: { field: "counterparty", op: "equals", value: "Tallow & Reed" },
        then: { category_id: paper },
        continue: false,
      },
      category_id: paper,
      support: 8,
      right: 8,
      precision_at_least: 0.05 ** (1 / 8),
      counter_examples: [],
      coverage: 10,
      examples: latest.slice(0, 5),
      effect: {
        decides: 10,
        changes: 2,
        agreement: { right: 8, wrong: 0 },
        reviews_saved: 10,
        examples: latest.slice(0, 2).map((record_id) => ({
          record_id,
          before: { category_id: null },
          after: { category_id: paper },
        })),
      },
    }],
    sampled: 60,
    labelled: 8,
    looked_at: 1,
  });
  assert.deepEqual(await events(), before);
  const sure = await call("GET", SUGGESTIONS);
  assert.deepEqual(sure.body["data"], []);
});

Deno.test("a suggestion that is accepted is a rule like any other, and is offered no more", async () => {
  const { call, runJobs, paper } = await decided();
  const [offered] = (await call("GET", SUGGESTIONS + LOW)).body["data"]!;
  const id = offered!["id"]!;
  const path = `${SUGGESTIONS}/${id}/accept${LOW}`;
  const made = await call("POST", path);
  assert.equal(made.status, 201, made.text);
  assert.deepEqual(made.body["origin"] as unknown, {
    kind: "suggestion",
    suggestion_id: id,
  });
  const read = await call("GET", `${V1}/rules/${made.body["id"]}`);
  assert.deepEqual(read.body, made.body);
  const later = await call("POST", `${V1}/records`, {
    records: [{
      external_id: "later",
      description: "order",
      counterparty: "TALLOW & REED",
    }],
  });
  await runJobs();
  const record = await call(
    "GET",
    `${V1}/records/${later.body["record_ids"]![0]}`,
  );
  assert.deepEqual([record.body["source"], record.body["category_id"]], [
    "rule",
    paper,
  ]);
  assert.deepEqual((await call("GET", SUGGESTIONS + LOW)).body["data"], []);
  const again = await call("POST", path);
  assert.deepEqual([again.status, again.body["type"]], [
    404,
    "https://balance.invalid/problems#rule.suggestion_missing",
  ]);
});

Deno.test("where every change is to be back-tested, a suggestion is offered and not accepted", async () => {
  const { call } = await decided();
  await call("PATCH", `${V1}/tenant`, { require_backtest: true });
  const [offered] = (await call("GET", SUGGESTIONS + LOW)).body["data"]!;
  const path = `${SUGGESTIONS}/${offered!["id"]}/accept${LOW}`;
  const refused = await call("POST", path);
  assert.deepEqual([refused.status, refused.body["type"]], [
    409,
    "https://balance.invalid/problems#rule.backtest_required",
  ]);
  assert.deepEqual((await call("GET", `${V1}/rules`)).body["data"], []);
});

Deno.test("a suggestion that is dismissed stays away, however often it is dismissed", async () => {
  const { call, events } = await decided();
  const [offered] = (await call("GET", SUGGESTIONS + LOW)).body["data"]!;
  const path = `${SUGGESTIONS}/${offered!["id"]}/dismiss`;
  assert.equal((await call("POST", path)).status, 204);
  assert.equal((await call("POST", path)).status, 204);
  assert.deepEqual((await call("GET", SUGGESTIONS + LOW)).body["data"], []);
  const accepted = await call(
    "POST",
    `${SUGGESTIONS}/${offered!["id"]}/accept${LOW}`,
  );
  assert.equal(accepted.status, 404);
  const facts = (await events())
    .filter(({ type }) => type === "RULE_SUGGESTION_DISMISSED");
  assert.deepEqual(facts.map(({ payload }) => payload), [
    { suggestion_id: offered!["id"] },
  ]);
});

Deno.test("a minimum that is none is refused, and so is one who may not write rules", async () => {
  const { call, as, keyOf } = await decided();
  for (const wrong of ["0.4", "1", "0.995", "0.9x", "", "9e-1"]) {
    const answer = await call(
      "GET",
      `${SUGGESTIONS}?precision_at_least=${wrong}`,
    );
    assert.deepEqual([answer.status, answer.body["errors"]], [422, [{
      parameter: "precision_at_least",
      detail: "is not a number from 0.5 to 0.99",
    }]], wrong);
  }
  const reviewer = as(await keyOf("reviewer"));
  const [offered] = (await reviewer("GET", SUGGESTIONS + LOW)).body["data"]!;
  for (const verb of ["accept", "dismiss"]) {
    const path = `${SUGGESTIONS}/${offered!["id"]}/${verb}`;
    assert.equal((await reviewer("POST", path)).status, 403);
  }
});
