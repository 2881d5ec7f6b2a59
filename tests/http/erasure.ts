import assert from "node:assert/strict";
import type { Body } from "./http_client.ts";
import { problem } from "./http_client.ts";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const V1 = "/api/v1";
const record = (external: string, text: string) => ({
  external_id: external,
  occurred_at: "2026-03-31",
  description: `Card payment to ${text}`,
  counterparty: text,
  amount: { minor: -1250, currency: "GBP" },
  attributes: { payee: text },
});

/** Two decided records, of Jane Roe and of nobody. */
async function openWithRecords({ call, runJobs }: HttpTrial) {
  const made = await call("POST", `${V1}/categories`, { name: "Travel" });
  const category = made.body["id"]!;
  const sent = await call("POST", `${V1}/records`, {
    records: [record("r-1", "Jane Roe"), record("r-2", "Rail North")],
  });
  const [jane, rail] = sent.body["record_ids"]! as unknown as string[];
  await runJobs();
  const { body } = await call("GET", `${V1}/approvals`);
  await call("POST", `${V1}/approvals/decide-many`, {
    decisions: body["data"]!.map((one) => ({
      approval_id: one["id"],
      verdict: "override",
      category_id: category,
      note: `as ${one["record"]!["counterparty"]} said`,
    })),
  });
  await runJobs();
  return { category, jane: jane!, rail: rail! };
}

async function verified({ call }: HttpTrial): Promise<boolean> {
  const { body } = await call("GET", `${V1}/events/verify`);
  return body["ok"] as unknown as boolean;
}

/** A record as it is told, but for its version and how it was decided. */
function told(record: Body): Record<string, unknown> {
  const { version: _, reasoning_trace: __, ...rest } = record as unknown as
    & Record<string, unknown>
    & object;
  return rest;
}

export function erasureTests(test: TestOn): void {
  test("an erased record keeps its amount, times and decision, and nothing of what it said", async (trial) => {
    const { call, runJobs } = trial;
    const { jane, rail } = await openWithRecords(trial);
    const before = await call("GET", `${V1}/records/${jane}`);
    const other = await call("GET", `${V1}/records/${rail}`);
    const asked = await call("POST", `${V1}/privacy/erasures`, {
      record_ids: [jane, "rec_01kx2m6v9dfk3tqz8w5y7r4b1c"],
    });
    assert.equal(asked.status, 202);
    assert.deepEqual(asked.body as unknown, {
      records: 1,
      missing: ["rec_01kx2m6v9dfk3tqz8w5y7r4b1c"],
    });
    await runJobs();
    const after = await call("GET", `${V1}/records/${jane}`);
    const gone = {
      description: "erased",
      counterparty: null,
      attributes: {},
      raw: null,
    };
    assert.deepEqual(told(after.body), { ...told(before.body), ...gone });
    assert(!/jane/i.test(after.text));
    assert.deepEqual(
      (await call("GET", `${V1}/records/${rail}`)).text,
      other.text,
    );
    for (
      const path of [
        "records",
        "events?limit=200",
        "approvals?state=decided",
        `records/${jane}/explain`,
      ]
    ) {
      const { text, status } = await call("GET", `${V1}/${path}`);
      assert.equal(status, 200, path);
      assert(!/jane/i.test(text), `${path}: ${text}`);
    }
    assert(await verified(trial));

    const again = await call("POST", `${V1}/privacy/erasures`, {
      record_ids: [jane],
    });
    assert.deepEqual(again.body as unknown, { records: 1, missing: [] });
    await runJobs();
    assert(await verified(trial));

    // What was erased does not come back by being sent again.
    const repeat = await call("POST", `${V1}/records`, {
      records: [record("r-1", "Jane Roe")],
    });
    assert.deepEqual(repeat.body as unknown, {
      accepted: 0,
      duplicates: 1,
      conflicts: [],
      record_ids: [jane],
    });
    const still = await call("GET", `${V1}/records/${jane}`);
    assert(!/jane/i.test(still.text));
  });

  test("nothing more is said of an erased record, and what was said before is gone", async (trial) => {
    const { call, runJobs } = trial;
    const { jane, rail } = await openWithRecords(trial);
    const { body } = await call("GET", `${V1}/approvals?state=decided`);
    const comment = (record: string) => {
      const of = body["data"]!.find((one) => one["record_id"] === record)!;
      return call("POST", `${V1}/approvals/${of["id"]}/comments`, {
        text: "Ask Jane Roe",
      });
    };
    assert.equal((await comment(jane)).status, 201);
    await call("POST", `${V1}/privacy/erasures`, { record_ids: [jane] });
    await runJobs();
    const refused = await comment(jane);
    assert.equal(refused.status, 409);
    assert.match(`${refused.body["type"]}`, /#approval\.erased$/);
    assert.equal((await comment(rail)).status, 201);
    const found = await call("POST", `${V1}/privacy/subjects/find`, {
      terms: ["Jane Roe"],
    });
    const ids = found.body["data"]!.map((one) => one["record_id"]);
    assert.deepEqual(ids as unknown, [rail]);
  });

  test("with its external id erased too, a record that is sent again is a new one", async (trial) => {
    const { call, runJobs } = trial;
    const { jane } = await openWithRecords(trial);
    await call("POST", `${V1}/privacy/erasures`, {
      record_ids: [jane],
      external_ids: true,
    });
    await runJobs();
    const { body, text } = await call("GET", `${V1}/records/${jane}`);
    assert.equal(body["external_id"], `erased-${jane}`);
    assert(!text.includes("r-1"));
    const repeat = await call("POST", `${V1}/records`, {
      records: [record("r-1", "Jane Roe")],
    });
    assert.equal(repeat.body["accepted"] as unknown, 1);
    assert.notEqual(repeat.body["record_ids"]![0], jane);
    assert(await verified(trial));
  });

  test("what was erased teaches nothing, and neither a rule nor a model touches it again", async (trial) => {
    const { call, runJobs } = trial;
    const { jane, category } = await openWithRecords(trial);
    await call("POST", `${V1}/privacy/erasures`, { record_ids: [jane] });
    await runJobs();
    const before = await call("GET", `${V1}/records/${jane}`);
    const rule = await call("POST", `${V1}/rules`, {
      name: "all",
      when: { field: "description", op: "contains", value: "erased" },
      then: { category_id: category, attributes: { team: "x" } },
    });
    assert.equal(rule.status, 201);
    await call("POST", `${V1}/rules/${rule.body["id"]}/apply`, {});
    await call("POST", `${V1}/records/reprocess`, { record_ids: [jane] });
    await runJobs();
    assert.equal(
      (await call("GET", `${V1}/records/${jane}`)).text,
      before.text,
    );
    const like = await call("POST", `${V1}/records`, {
      records: [record("r-9", "Jane Roe")],
    });
    await runJobs();
    const { body } = await call(
      "GET",
      `${V1}/records/${like.body["record_ids"]![0]}/explain`,
    );
    assert(!JSON.stringify(body).includes(jane));
  });

  test("an erased record that waited for a person waits no more, and what is said of it teaches nothing", async (trial) => {
    const { call, runJobs } = trial;
    const made = await call("POST", `${V1}/categories`, { name: "Travel" });
    const sent = await call("POST", `${V1}/records`, {
      records: [record("w-1", "Jane Roe")],
    });
    await runJobs();
    const [id] = sent.body["record_ids"]! as unknown as string[];
    const { body: before } = await call("GET", `${V1}/approvals`);
    const approval = before["data"]![0]!["id"]!;
    await call("POST", `${V1}/privacy/erasures`, { record_ids: [id] });
    await runJobs();
    const { body: after } = await call("GET", `${V1}/approvals`);
    assert.deepEqual(after["data"] as unknown, []);
    const decided = await call("POST", `${V1}/approvals/${approval}/decide`, {
      verdict: "override",
      category_id: made.body["id"],
      note: "Jane Roe",
    });
    assert.equal(decided.status, 409);
    const corrected = await call("PATCH", `${V1}/records/${id}`, {
      category_id: made.body["id"],
    });
    assert.equal(corrected.status, 200);
    await runJobs();
    const like = await call("POST", `${V1}/records`, {
      records: [{ external_id: "w-2", description: "erased" }],
    });
    await runJobs();
    const explained = await call(
      "GET",
      `${V1}/records/${like.body["record_ids"]![0]}/explain`,
    );
    assert(!explained.text.includes(id!), explained.text);
    const { body: waiting } = await call("GET", `${V1}/approvals`);
    assert.equal(waiting["data"]![0]!["because"], "nothing_alike");
  });

  test("a person is found by name and number, whatever the spelling", async (trial) => {
    const { call } = trial;
    const { jane, rail } = await openWithRecords(trial);
    await call("POST", `${V1}/records`, {
      records: [{
        ...record("r-3", "Someone"),
        description: "IBAN GB82 WEST 1234 5698 7654 32",
      }],
    });
    const find = async (...terms: string[]) =>
      (await call("POST", `${V1}/privacy/subjects/find`, { terms })).body;
    const found = await find("jane  ROE");
    assert.deepEqual(found as unknown, {
      data: [{
        record_id: jane,
        places: [
          "description",
          "counterparty",
          "attributes",
          "raw",
          "note",
          "trace",
        ],
      }],
      rule_ids: [],
      member_ids: [],
      searched: 3,
      next_cursor: null,
    });
    const iban = await find("gb82west12345698765432");
    assert.equal(iban["data"]!.length, 1);
    assert.deepEqual(iban["data"]![0]!["places"] as unknown, [
      "description",
      "raw",
    ]);
    assert(![jane, rail].includes(iban["data"]![0]!["record_id"]!));
    const member = await find("ann@foxglove.example");
    assert.deepEqual(member["member_ids"] as unknown, [trial.owner.id]);
    assert.deepEqual((await find("nobody"))["data"] as unknown, []);
  });

  test("a member who left is exported, and erased on request", async (trial) => {
    const { call, runJobs } = trial;
    const invitation = { email: "Bo@Foxglove.Example", role: "viewer" };
    const once = { "Idempotency-Key": "invite-bo" };
    const invited = await call("POST", `${V1}/invitations`, invitation, once);
    assert.equal(invited.status, 201);
    const added = await call("POST", `${V1}/members`, {
      email: "bo@foxglove.example",
      name: "Bo Reed",
      role: "viewer",
    });
    const id = added.body["id"]!;
    await call("PATCH", `${V1}/members/${id}`, { name: "Bo Tallow" });
    const early = await call("POST", `${V1}/privacy/erasures`, {
      member_id: id,
    });
    assert.deepEqual(
      early.body,
      problem(
        "erasure.member_present",
        409,
        "The member has not left; remove the member first",
        { member_id: id },
      ),
    );
    await call("DELETE", `${V1}/members/${id}`);
    const kept = await call("GET", `${V1}/members/${id}/data`);
    assert.equal(kept.body["member"]!["email"], "bo@foxglove.example");
    const asked = await call("POST", `${V1}/privacy/erasures`, {
      member_id: id,
    });
    assert.equal(asked.status, 202);
    await runJobs();
    const { body, text } = await call("GET", `${V1}/members/${id}/data`);
    assert.equal(body["member"]!["email"], "erased");
    assert.equal(body["member"]!["name"], "erased");
    const log = await call("GET", `${V1}/events?limit=200`);
    const invitations = await call("GET", `${V1}/invitations`);
    for (const told of [text, log.text, invitations.text]) {
      assert(!/bo reed|bo tallow|bo@fox/i.test(told), told);
    }
    assert(await verified(trial));
    // The answer that told the address is forgotten as well: this is another invitation.
    const again = await call("POST", `${V1}/invitations`, invitation, once);
    assert.notEqual(again.body["id"], invited.body["id"]);
    // The address is free again.
    const next = await call("POST", `${V1}/members`, {
      email: "bo@foxglove.example",
      name: "Another Bo",
      role: "viewer",
    });
    assert.equal(next.status, 201);
  });

  test("an erased tenant is out at once; its chain stays, the other one is untouched", async (trial) => {
    const { call, runJobs } = trial;
    await openWithRecords(trial);
    const otherKey = await trial.stranger();
    const theirs = trial.as(otherKey);
    await theirs("POST", `${V1}/records`, {
      records: [record("o-1", "Rail North")],
    });
    const wrong = await call("DELETE", `${V1}/tenant`, { confirm: "Foxglove" });
    assert.deepEqual(
      wrong.body,
      problem(
        "tenant.not_confirmed",
        422,
        "The name given is not the tenant's",
        {
          errors: [{ pointer: "/confirm", detail: "is not the tenant's name" }],
        },
      ),
    );
    const admin = trial.as(await trial.keyOf("admin"));
    const denied = await admin("DELETE", `${V1}/tenant`, {
      confirm: trial.tenant.name,
    });
    assert.equal(denied.status, 403);
    const asked = await call("DELETE", `${V1}/tenant`, {
      confirm: trial.tenant.name,
    });
    assert.equal(asked.status, 202);
    assert.equal((await call("GET", `${V1}/tenant`)).status, 401);
    assert.equal((await admin("GET", `${V1}/tenant`)).status, 401);
    await runJobs();
    const events = await trial.events();
    const told = events.filter(({ payload }) => !("erased" in payload));
    assert.deepEqual(
      [...new Set(told.map(({ type }) => type))].sort(),
      ["PERSONAL_DATA_ERASED", "TENANT_ERASED", "TENANT_ERASURE_REQUESTED"],
    );
    const { body } = await theirs("GET", `${V1}/records`);
    assert.equal(body["data"]!.length, 1);
    const { body: whole } = await theirs("GET", `${V1}/events/verify`);
    assert.equal(whole["ok"] as unknown, true);
  });
}
