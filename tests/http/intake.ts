import assert from "node:assert/strict";
import type { TestOn } from "./tests_on.ts";

const V1 = "/api/v1";

/** How records come in, and how lists of them are read. */
export function intakeTests(test: TestOn): void {
  test("what is sent twice is a duplicate, other content a conflict kept aside", async ({ call }) => {
    const send = (description: string) =>
      call("POST", `${V1}/records`, {
        records: [{ external_id: "a", description }],
      });
    const first = await send("TALLOW");
    const id = first.body["record_ids"]![0]!;
    assert.deepEqual((await send("TALLOW")).body as unknown, {
      accepted: 0,
      duplicates: 1,
      conflicts: [],
      record_ids: [id],
    });
    assert.deepEqual((await send("REED")).body as unknown, {
      accepted: 0,
      duplicates: 0,
      conflicts: [{ external_id: "a", record_id: id }],
      record_ids: [id],
    });
    const { body } = await call("GET", `${V1}/records/${id}`);
    assert.equal(body["description"], "TALLOW");
    assert.deepEqual(body["raw"] as unknown, {
      external_id: "a",
      description: "TALLOW",
    });
    assert.equal(body["conflicts"]![0]!["description"], "REED");
  });

  test("a delivery is kept first and taken in afterwards", async (trial) => {
    const { call } = trial;
    const kept = await call("POST", `${V1}/records`, {
      records: [{ external_id: "a", description: "TALLOW" }],
    }, { Prefer: "respond-async" });
    const id = kept.body["delivery_id"]!;
    assert.deepEqual([kept.status, kept.body as unknown], [202, {
      delivery_id: id,
    }]);
    assert.equal(kept.headers.get("preference-applied"), "respond-async");
    const path = kept.headers.get("location")!;
    assert.equal(path, `${V1}/deliveries/${id}`);
    const waiting = await call("GET", path);
    assert.deepEqual(waiting.body as unknown, {
      id,
      received_at: "2026-01-02T03:04:05.000Z",
      status: "waiting",
      records: 1,
      intake: null,
    });
    await trial.runJobs();
    const taken = await call("GET", path);
    assert.equal(taken.body["status"], "taken_in");
    assert.equal(taken.body["intake"]!["accepted"] as unknown, 1);
  });

  test("lists go on by cursor, each item once", async ({ call }) => {
    const records = Array.from(
      { length: 7 },
      (_, i) => ({ external_id: `p-${i}`, description: `page ${i}` }),
    );
    await call("POST", `${V1}/records`, { records });
    await call("POST", `${V1}/categories`, {
      categories: records.map(({ description }) => ({ name: description })),
    });
    for (
      const [path, member] of [["records", "description"], [
        "categories",
        "name",
      ]]
    ) {
      const seen: unknown[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const { body } = await call(
          "GET",
          `${V1}/${path}?limit=3${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body["data"]!.map((one) => one[member!]));
        cursor = body["next_cursor"] ?? null;
      }
      const expected = records.map(({ description }) => description);
      assert.deepEqual(
        seen,
        path === "records" ? expected.reverse() : expected,
      );
    }
  });
}
