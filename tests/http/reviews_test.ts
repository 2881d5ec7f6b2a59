import assert from "node:assert/strict";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { value } from "../support/trial.ts";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";

/** A tenant with three items alike and two others. */
async function open() {
  const trial = await openHttpTrial();
  const { call } = trial;
  const made = await call("POST", `${V1}/categories`, { name: "Fuel" });
  const record = (n: number, description: string, minor: number) => ({
    external_id: `r-${n}`,
    description,
    amount: { minor, currency: "GBP" },
  });
  await call("POST", `${V1}/records`, {
    records: [
      record(1, "Heron taxi 1", -500),
      record(2, "Heron taxi 2", -700),
      record(3, "Heron taxi 3", -900),
      record(4, "Quill ink", -50_000),
      record(5, "Bramble jam", -200),
    ],
  });
  await trial.runJobs();
  return { ...trial, fuel: made.body["id"]! };
}

Deno.test("next, decide, next: items come by what an answer is worth, in one round trip each", async () => {
  const { call, fuel } = await open();
  const first = await call("POST", `${V1}/approvals/next`, { prefetch: 1 });
  const item = first.body["item"]!;
  // Three small ones alike outweigh a larger one; which of them is asked about is drawn.
  assert.match(String(item["record"]!["description"]), /^Heron taxi [123]$/);
  assert.deepEqual(
    [item["alike"] as unknown, item["queue"], item["due_at"] as unknown],
    [3, "default", null],
  );
  assert.equal(first.body["prefetched"]!.length, 1);
  const token = item["lease"]!["token"];
  const late = await call("POST", `${V1}/approvals/${item["id"]}/decide`, {
    verdict: "override",
    category_id: fuel,
    lease_token: Number(token) + 1,
  });
  assert.equal(late.status, 409);
  assert.match(String(late.body["type"]), /approval\.lease_lost$/);
  const path = `${V1}/approvals/${item["id"]}/decide`;
  const version = Number(item["record"]!["version"]);
  const unseen = await call("POST", path, {
    verdict: "override",
    category_id: fuel,
    record_version: version - 1,
  });
  assert.equal(unseen.status, 409);
  assert.match(String(unseen.body["type"]), /record\.stale$/);
  const body = {
    verdict: "override",
    category_id: fuel,
    record_version: version,
    lease_token: token,
    next: {},
  };
  const headers = { "Idempotency-Key": "decide-1" };
  const decided = await call("POST", path, body, headers);
  assert.equal(decided.status, 200, decided.text);
  assert.match(String(decided.body["decision_id"]), /^dcn_/);
  // What the caller holds already comes first by its place: the groups' best.
  assert.notEqual(decided.body["next"]!["id"], item["id"]);
  const again = await call("POST", path, body, headers);
  assert.equal(again.text, decided.text);

  const beyond = { approval_id: item["id"], token: 2 ** 31 };
  const refused = await call("POST", `${V1}/approvals/renew`, {
    leases: [beyond],
  });
  assert.equal(refused.status, 422, refused.text);

  const undone = await call("POST", `${V1}/approvals/${item["id"]}/undo`);
  assert.equal(undone.status, 200, undone.text);
  assert.equal(undone.body["reopened"]![0]!["state"], "waiting");
  const twice = await call("POST", `${V1}/approvals/${item["id"]}/undo`);
  assert.equal(twice.status, 409);
});

Deno.test("a group is shown, decided just as shown, and undone in one step", async () => {
  const { call, runJobs, fuel } = await open();
  const { body } = await call("GET", `${V1}/approvals/groups?at_least=2`);
  const [group, ...others] = body["data"]!;
  assert.deepEqual(others, []);
  assert.deepEqual(
    [group!["count"], group!["totals"], group!["sample"]!.length] as unknown[],
    [3, [{ minor: -2_100, currency: "GBP" }], 3],
  );
  const path = `${V1}/approvals/groups/${group!["key"]}`;
  const shown = await call("GET", `${path}?limit=2`);
  const rest = await call(
    "GET",
    `${path}?limit=2&cursor=${shown.body["next_cursor"]}`,
  );
  const items = [...shown.body["data"]!, ...rest.body["data"]!];
  assert.equal(items.length, 3);
  // One more arrives: it is not touched.
  await call("POST", `${V1}/records`, {
    records: [{ external_id: "late", description: "Heron taxi 9" }],
  });
  await runJobs();
  const set = {
    items: items.map((one) => ({
      approval_id: one["id"],
      record_version: one["record"]!["version"],
    })),
    verdict: "override",
    category_id: fuel,
  };
  await call("PATCH", `${V1}/records/${items[1]!["record_id"]}`, {
    counterparty: "Heron",
  });
  const refused = await call("POST", `${V1}/approvals/groups/decide`, set);
  assert.equal(refused.status, 409, refused.text);
  assert.deepEqual(refused.body["changed"] as unknown, [
    { approval_id: items[1]!["id"], because: "record.stale" },
  ]);
  set.items[1]!.record_version = Number(set.items[1]!.record_version) +
    1 as never;
  const decided = await call("POST", `${V1}/approvals/groups/decide`, set);
  assert.equal(decided.body["decided"]!.length, 3, decided.text);
  const late = await call("GET", `${V1}/approvals?limit=200`);
  assert.equal(late.body["waiting"] as unknown, 3);
  const undone = await call(
    "POST",
    `${V1}/approvals/decisions/${decided.body["decision_id"]}/undo`,
  );
  assert.equal(undone.body["reopened"]!.length, 3, undone.text);
  const again = await call("GET", `${V1}/approvals?order=uncertainty&limit=4`);
  assert.equal(again.body["waiting"] as unknown, 6);
  const page = await call(
    "GET",
    `${V1}/approvals?order=uncertainty&limit=4&cursor=${
      again.body["next_cursor"]
    }`,
  );
  assert.equal(page.body["data"]!.length, 2);
  const wrong = await call(
    "GET",
    `${V1}/approvals?cursor=${again.body["next_cursor"]}`,
  );
  assert.equal(wrong.status, 422);
});

Deno.test("queues sort what waits, count it, and tell what is past due; items are assigned and talked about", async () => {
  const { call, clock, keyOf, as } = await open();
  const large = await call("POST", `${V1}/review-queues`, {
    name: "Large",
    conditions: { amount: { currency: "GBP", min: 50_000 } },
    assignees: ["admin"],
    sla_hours: 2,
  });
  assert.equal(large.status, 201, large.text);
  const old = await call("POST", `${V1}/review-queues`, {
    name: "Old",
    conditions: { age_hours: 1 },
  });
  clock.advance(2 * 3_600_000);
  const counts = async () => {
    const { body } = await call("GET", `${V1}/review-queues`);
    return [...body["data"]!, body["default"]!]
      .map((one) => [one["waiting"], one["overdue"]] as unknown);
  };
  assert.deepEqual(await counts(), [[1, 1], [4, 0], [0, 0]]);
  const reviewer = as(await keyOf("reviewer"));
  const claimed = async (body: unknown) =>
    (await reviewer("POST", `${V1}/approvals/claim`, body)).body["data"]!
      .map((one) => one["queue"]);
  assert.equal((await claimed({ limit: 9 })).length, 4, "not the admin's");
  assert.deepEqual(await claimed({ queue: large.body["id"] }), [
    large.body["id"],
  ]);
  const overdue = await call(
    "GET",
    `${V1}/approvals?queue=${large.body["id"]}&overdue=true`,
  );
  const [item] = overdue.body["data"]!;
  assert.equal(item!["overdue"] as unknown, true);
  const order = { queue_ids: [old.body["id"], large.body["id"]] };
  await call("PUT", `${V1}/review-queues/order`, order);
  assert.deepEqual(await counts(), [[5, 0], [0, 0], [0, 0]]);
  await call("DELETE", `${V1}/review-queues/${old.body["id"]}`);
  assert.deepEqual(await counts(), [[1, 1], [4, 0]]);

  const { body: members } = await call("GET", `${V1}/members`);
  const [owner] = members["data"]!;
  const path = `${V1}/approvals/${item!["id"]}`;
  const assigned = await call("POST", `${V1}/approvals/assign`, {
    approval_ids: [item!["id"]],
    member_id: owner!["id"],
  });
  assert.deepEqual(assigned.body["assigned"] as unknown, [item!["id"]]);
  const said = await reviewer("POST", `${path}/comments`, { text: "whose?" });
  assert.equal(said.status, 201, said.text);
  const { body: history } = await call("GET", `${path}/history`);
  assert.deepEqual(
    history["data"]!.map((one) => [one["kind"], one["text"]] as unknown),
    [["asked", null], ["assigned", null], ["commented", "whose?"]],
  );
  const mine = await call("GET", `${V1}/approvals?assignee=${owner!["id"]}`);
  assert.deepEqual(mine.body["data"]!.map((one) => one["id"]), [item!["id"]]);
});

Deno.test("a queue whose only assignee left is everybody's, and stays changeable", async () => {
  const { call, keyOf, as, deps, scope } = await open();
  const gone = value(
    await addMember(deps, scope, {
      email: "fi@foxglove.example",
      name: "Fi",
      role: "reviewer",
    }),
  );
  const made = await call("POST", `${V1}/review-queues`, {
    name: "Large",
    conditions: { amount: { currency: "GBP", min: 50_000 } },
    assignees: [gone.id],
  });
  assert.equal(made.status, 201, made.text);
  const reviewer = as(await keyOf("reviewer"));
  const claimed = async () =>
    (await reviewer("POST", `${V1}/approvals/claim`, { limit: 9 }))
      .body["data"]!.length;
  assert.equal(await claimed(), 4, "not Fi's");
  const left = await call("DELETE", `${V1}/members/${gone.id}`);
  assert.equal(left.status, 204, left.text);
  assert.equal(await claimed(), 5);
  const path = `${V1}/review-queues/${made.body["id"]}`;
  const renamed = await call("PATCH", path, { name: "Very large" });
  assert.equal(renamed.status, 200, renamed.text);
  const named = await call("PATCH", path, { assignees: [gone.id] });
  assert.equal(named.status, 422);
});

Deno.test("a queue in which nothing could ever be is refused, and says where; one that comes to that is read on", async () => {
  const { call, fuel } = await open();
  const path = `${V1}/review-queues`;
  const refused = async (
    body: Readonly<Record<string, unknown>>,
    target = path,
  ) => {
    const method = target === path ? "POST" : "PATCH";
    const named = target === path ? { name: "Never", ...body } : body;
    const answer = await call(method, target, named);
    assert.equal(answer.status, 422, answer.text);
    return answer.body["errors"]!.map(({ pointer }) => pointer);
  };
  const amount = { currency: "GBP", min: 2, max: 1 };
  assert.deepEqual(await refused({ conditions: { amount } }), [
    "/conditions/amount/min",
  ]);
  const unsuggested = { because: ["nothing_alike"], category_ids: [fuel] };
  assert.deepEqual(await refused({ conditions: unsuggested }), [
    "/conditions/category_ids",
  ]);
  assert.deepEqual(
    await refused({
      conditions: {
        category_ids: [fuel, fuel],
        because: ["rule_asks", "model_failed", "rule_asks"],
      },
      assignees: ["admin", "admin", "admin"],
    }),
    [
      "/conditions/category_ids/1",
      "/conditions/because/2",
      "/assignees/1",
      "/assignees/2",
    ],
  );

  const fuels = {
    category_ids: [fuel],
    because: ["rule_asks", "model_failed"],
  };
  const first = await call("POST", path, { name: "Fuel", conditions: fuels });
  assert.equal(first.status, 201, first.text);
  const same = { ...fuels, because: fuels.because.toReversed() };
  assert.deepEqual(await refused({ conditions: same }), ["/conditions"]);
  const at = `${path}/${first.body["id"]}`;
  assert.deepEqual(await refused({ conditions: { amount } }, at), [
    "/conditions/amount/min",
  ]);
  const again = await call("PATCH", at, { conditions: same });
  assert.equal(again.status, 200, "its own are no other's");

  await call("PATCH", `${V1}/categories/${fuel}`, { archived: true });
  assert.deepEqual(await refused({ conditions: fuels }, at), [
    "/conditions/category_ids",
  ]);
  assert.equal((await call("PATCH", at, { sla_hours: 3 })).status, 200);
  const { body } = await call("GET", path);
  assert.deepEqual(
    body["data"]!.map((one) => [one["name"], one["waiting"]] as unknown),
    [["Fuel", 0]],
  );
});
