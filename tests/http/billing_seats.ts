import assert from "node:assert/strict";
import { bookWith } from "../support/billing_trial.ts";
import {
  type BillingTrial,
  PUBLIC_URL,
  sellingOn,
  type TestSelling,
} from "./billing_trial.ts";
import { problem } from "./http_client.ts";
import { memberOf, told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const CONNECTIONS = "/api/v1/connections";
const ENDPOINTS = "/api/v1/notifications/endpoints";
const INVITATIONS = "/api/v1/invitations";

const upgrade_url = `${PUBLIC_URL}/console/billing#checkout`;

const noSeat = (what: string, limit: number) =>
  problem("billing.limit_reached", 402, "Your plan allows no more of this", {
    what,
    limit,
    used: limit,
    resets_at: null,
    plan: "free",
    upgrade_url,
  });

const lacking = (feature: string) =>
  problem("billing.not_in_plan", 402, "Your plan does not have this", {
    feature,
    plan: "free",
    upgrade_url,
  });

function addMember({ call }: BillingTrial, name: string) {
  const email = `${name}@foxglove.example`;
  return call("POST", "/api/v1/members", { email, name, role: "viewer" });
}

function connect({ call }: BillingTrial, name: string) {
  const settings = { scheme: "github" };
  return call("POST", CONNECTIONS, { kind: "webhook", name, settings });
}

const PULL = {
  kind: "pull",
  name: "Bank",
  settings: {
    auth: { kind: "bearer" },
    list: {
      url: "https://bank.example/transactions",
      items: "/data",
      id: "/id",
    },
    paging: { style: "cursor", parameter: "cursor", next: "/next" },
  },
  secret: "a-token-of-the-bank",
};

/** How many people and connections a plan has room for, and what it lacks. */
export function billingSeatTests(on: TestOn): void {
  seats(
    sellingOn(on, { book: bookWith({ free: { members: 2, connections: 1 } }) }),
  );
  const [free, ...sold] = bookWith({}).plans;
  const plans = [{ ...free!, features: ["language_model"] as const }, ...sold];
  features(sellingOn(on, { book: { ...bookWith({}), plans } }));
}

function seats(test: TestSelling): void {
  test("one member more than the plan has is refused; who leaves makes room", async (trial) => {
    const bo = await addMember(trial, "bo");
    assert.equal(bo.status, 201);
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), [
      { what: "members", limit: 2, used: 2, resets_at: null },
    ]);
    for (const name of ["cy", "di"]) {
      const { status, body } = await addMember(trial, name);
      assert.deepEqual([status, body], [402, noSeat("members", 2)]);
    }
    assert.equal(await trial.used("members"), 2);
    assert.equal((await trial.facts("LIMIT_REACHED")).length, 1);
    const left = await trial.call(
      "DELETE",
      `/api/v1/members/${bo.body["id"]}`,
    );
    assert.equal(left.status, 204);
    assert.equal(await trial.used("members"), 1);
    assert.equal((await addMember(trial, "cy")).status, 201);
    await trial.buy();
    await trial.settle();
    assert.equal((await addMember(trial, "di")).status, 201);
  });

  test("an invitation for which there is no room stands, and is accepted when there is", async (trial) => {
    const { id } = await memberOf(trial, "viewer");
    const invited = await trial.call("POST", INVITATIONS, {
      email: "di@foxglove.example",
      role: "reviewer",
    });
    assert.equal(invited.status, 201);
    const accept = () =>
      trial.as(null)("POST", `${INVITATIONS}/accept`, {
        code: invited.body["code"],
        name: "Di",
        as: "bearer",
      });
    const refused = await accept();
    assert.deepEqual(
      [refused.status, refused.body],
      [402, noSeat("members", 2)],
    );
    const { body } = await trial.call("GET", INVITATIONS);
    assert.equal(body["data"]![0]!["state"], "standing");
    await trial.call("DELETE", `/api/v1/members/${id}`);
    assert.equal((await accept()).status, 201);
    assert.equal(await trial.used("members"), 2);
  });

  test("one connection more than the plan has is refused; what is archived makes room", async (trial) => {
    const till = await connect(trial, "Till");
    assert.equal(till.status, 201);
    const { status, body } = await connect(trial, "Shop");
    assert.deepEqual([status, body], [402, noSeat("connections", 1)]);
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), [
      { what: "connections", limit: 1, used: 1, resets_at: null },
    ]);
    assert.equal(await trial.used("connections"), 1);
    const path = `${CONNECTIONS}/${till.body["id"]}`;
    const archived = await trial.call("PATCH", path, { archived: true });
    assert.equal(archived.status, 200, archived.text);
    assert.equal((await connect(trial, "Shop")).status, 201);
  });

  test("of ten at once just as many find a seat as there are", async (trial) => {
    const people = await Promise.all(
      [..."abcdefghij"].map((name) => addMember(trial, name)),
    );
    const sources = await Promise.all(
      [..."abcdefghij"].map((name) => connect(trial, name)),
    );
    for (const answers of [people, sources]) {
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [
        201,
        ...Array(9).fill(402),
      ]);
    }
    assert.deepEqual(
      [await trial.used("members"), await trial.used("connections")],
      [2, 1],
    );
  });
}

function features(test: TestSelling): void {
  test("what the plan lacks is refused by name, and can be had once it is bought", async (trial) => {
    const endpoint = { url: "https://foxglove.example/notices" };
    const requests = [
      [CONNECTIONS, PULL, "pull_connections"],
      [ENDPOINTS, endpoint, "notification_webhooks"],
    ] as const;
    for (const [path, sent, feature] of requests) {
      const { status, body } = await trial.call("POST", path, sent);
      assert.deepEqual([status, body], [402, lacking(feature)], path);
      const listed = await trial.call("GET", path);
      const rest = listed.body["data"]!.filter((one) => !one["is_default"]);
      assert.deepEqual(rest as unknown, [], path);
    }
    assert.equal((await connect(trial, "Till")).status, 201);
    const { body } = await trial.call("GET", "/api/v1/billing");
    assert.deepEqual(body["plan"]!["features"] as unknown, [
      "language_model",
    ]);
    const id = await trial.buy();
    await trial.settle();
    for (const [path, sent] of requests) {
      const { status, text } = await trial.call("POST", path, sent);
      assert.equal(status, 201, text);
    }
    await trial.world.become(id, "ended");
    await trial.settle();
    const again = await trial.call("POST", ENDPOINTS, endpoint);
    assert.deepEqual(told(again), [402, "billing.not_in_plan"]);
    const { body: kept } = await trial.call("GET", ENDPOINTS);
    assert.equal(kept["data"]!.length, 1);
  });
}
