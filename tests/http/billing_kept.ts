import assert from "node:assert/strict";
import { bookWith } from "../support/billing_trial.ts";
import { githubSigned } from "../support/signed_hook.ts";
import {
  type BillingTrial,
  sellingOn,
  type TestSelling,
} from "./billing_trial.ts";
import { fallBehind } from "./fall_behind.ts";
import type { Call } from "./http_client.ts";
import type { TestOn } from "./tests_on.ts";

/** The ids of the records that are there, sorted. */
async function records({ call }: BillingTrial): Promise<readonly string[]> {
  const { body } = await call("GET", "/api/v1/records?limit=100");
  return body["data"]!.map((one) => one["external_id"]!).sort();
}

type Hook = Awaited<ReturnType<typeof openHook>>;

async function openHook({ call }: BillingTrial) {
  const made = await call("POST", "/api/v1/connections", {
    kind: "webhook",
    name: "Till",
    settings: { scheme: "github" },
  });
  const id = made.body["id"]!;
  const mapped = await call("POST", `/api/v1/connections/${id}/mappings`, {
    expression: '{ "external_id": id, "description": memo }',
  });
  assert.equal(mapped.status, 201, mapped.text);
  const deliver = (as: Call, name: string) => {
    const sent = JSON.stringify({ id: name, memo: `timber ${name}` });
    const signed = githubSigned(sent, made.body["secret"]!, name);
    return as("POST", `/api/v1/hooks/${id}`, sent, signed);
  };
  const states = async () => {
    const path = `/api/v1/payloads?connection_id=${id}`;
    const { body } = await call("GET", path);
    return body["data"]!.map((one) => one["state"]);
  };
  return { deliver, states };
}

/** What is sent to a company that does not pay. */
export function billingKeptTests(on: TestOn): void {
  untilPaid(sellingOn(on));
  untilBought(
    sellingOn(on, { book: bookWith({ withoutSubscription: null }) }),
  );
}

function untilPaid(test: TestSelling): void {
  test("what is sent while nobody pays is kept, and taken in once somebody does: nothing is lost, nothing counts twice", async (trial) => {
    const { call } = trial;
    const anybody = trial.as(null);
    let hook!: Hook;
    let delivery!: string;
    const id = await fallBehind(trial, {
      async paid() {
        hook = await openHook(trial);
        assert.equal((await hook.deliver(anybody, "a")).status, 202);
        await trial.runJobs();
      },
      // Kept in time, and not come to before the grace is over.
      async owing() {
        assert.equal((await hook.deliver(anybody, "b")).status, 202);
        const later = await call("POST", "/api/v1/records", {
          records: [{ external_id: "x", description: "nails" }],
        }, { Prefer: "respond-async" });
        assert.equal(later.status, 202);
        delivery = later.headers.get("location")!;
      },
    });
    for (const name of ["c", "d"]) {
      const { status, body } = await hook.deliver(anybody, name);
      assert.deepEqual([status, body["received"]], [202, "first"]);
    }
    const again = await hook.deliver(anybody, "c");
    assert.deepEqual(
      [again.status, again.body["received"]],
      [200, "duplicate"],
    );
    const states = async () => [
      ...await hook.states(),
      (await call("GET", delivery)).body["status"],
    ];
    await trial.runJobs();
    assert.deepEqual(await records(trial), ["a"]);
    const [waits, done] = ["waiting", "taken_in"];
    assert.deepEqual(await states(), [waits, waits, waits, done, waits]);
    assert.equal(await trial.runJobs(), 0);
    await trial.world.become(id, "active");
    await trial.settle();
    assert.deepEqual(await states(), Array(5).fill(done));
    assert.deepEqual(await records(trial), ["a", "b", "c", "d", "x"]);
    assert.equal(await trial.runJobs(), 0);
    assert.equal((await trial.facts("INGESTED")).length, 5);
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), []);
    const letters = await call("GET", "/api/v1/dead-letters");
    assert.deepEqual(letters.body["data"] as unknown, []);
  });
}

function untilBought(test: TestSelling): void {
  test("what waits stays until somebody pays, however long that takes", async (trial) => {
    let hook!: Hook;
    const id = await fallBehind(trial, {
      paid: async () => void (hook = await openHook(trial)),
    });
    assert.equal((await hook.deliver(trial.as(null), "a")).status, 202);
    for (let day = 0; day < 40; day++) {
      await trial.runJobs();
      trial.clock.advance(86_400_000);
    }
    await trial.world.become(id, "ended");
    await trial.settle();
    assert.deepEqual(
      [await trial.stands(), await hook.states(), await records(trial)],
      ["canceled nothing", ["waiting"], []],
    );
    await trial.buy();
    await trial.settle();
    assert.deepEqual(
      [await trial.stands(), await hook.states(), await records(trial)],
      ["active team", ["taken_in"], ["a"]],
    );
  });
}
