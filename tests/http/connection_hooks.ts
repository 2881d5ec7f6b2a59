import assert from "node:assert/strict";
import {
  githubSigned,
  standardSigned,
  stripeSigned,
} from "../support/signed_hook.ts";
import type { Call } from "./http_client.ts";
import { told } from "./signed_in.ts";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const PATH = "/api/v1/connections";
const MAPPING =
  '{ "external_id": id, "description": memo, "occurred_at": at, "amount": { "value": total, "currency": "GBP" } }';

async function hookOf(
  { call }: Pick<HttpTrial, "call">,
  settings: unknown = { scheme: "github" },
  mapping: string | null = MAPPING,
) {
  const made = await call("POST", PATH, {
    kind: "webhook",
    name: "Till",
    settings,
  });
  assert.equal(made.status, 201, made.text);
  const id = made.body["id"]! as string;
  if (mapping !== null) {
    const mapped = await call("POST", `${PATH}/${id}/mappings`, {
      expression: mapping,
    });
    assert.equal(mapped.status, 201, mapped.text);
  }
  return { id, secret: made.body["secret"]! as string, body: made.body };
}

function deliver(
  call: Call,
  hook: { readonly id: string; readonly secret: string },
  body: string,
  event = "e-1",
) {
  return call(
    "POST",
    `/api/v1/hooks/${hook.id}`,
    body,
    githubSigned(body, hook.secret, event),
  );
}

const payload = (id: string, total: string | number = "-12.50") =>
  JSON.stringify({ id, memo: `Timber yard ${id}`, at: 1_767_000_000, total });

/** Signed webhooks in, on every storage. */
export function connectionHookTests(test: TestOn): void {
  test("a signed webhook is kept, mapped and taken in; the same again is a duplicate, another body under its id is kept aside", async (trial) => {
    const hook = await hookOf(trial);
    const anybody = trial.as(null);
    const first = await deliver(anybody, hook, payload("t1"));
    assert.equal(first.status, 202, first.text);
    const payloadId = first.body["payload_id"]!;
    assert.deepEqual(first.body as unknown, {
      received: "first",
      payload_id: payloadId,
    });
    const again = await deliver(anybody, hook, payload("t1"));
    assert.deepEqual([again.status, again.body] as unknown, [200, {
      received: "duplicate",
      payload_id: payloadId,
    }]);
    const other = await deliver(anybody, hook, payload("t1", "-99.00"));
    const otherAgain = await deliver(anybody, hook, payload("t1", "-99.00"));
    assert.deepEqual(
      [other.status, other.body["received"], otherAgain.body["payload_id"]],
      [200, "conflict", other.body["payload_id"]],
    );
    await trial.runJobs();
    const { body } = await trial.call(
      "GET",
      `/api/v1/records?connection=${hook.id}`,
    );
    const records = body["data"]!;
    assert.equal(records.length, 1);
    assert.deepEqual(
      [
        records[0]!["external_id"],
        records[0]!["description"],
        records[0]!["occurred_at"],
        records[0]!["amount"],
      ] as unknown,
      ["t1", "Timber yard t1", "2025-12-29T09:20:00.000Z", {
        minor: -1250,
        currency: "GBP",
      }],
    );
    const kept = await trial.call("GET", `/api/v1/payloads/${payloadId}`);
    assert.deepEqual(
      [
        kept.body["state"],
        kept.body["mapping_number"],
        kept.body["record_ids"],
        kept.body["body"],
      ] as unknown,
      ["taken_in", 1, [records[0]!["id"]], payload("t1")],
    );
    const listed = await trial.call(
      "GET",
      `/api/v1/payloads?connection_id=${hook.id}`,
    );
    assert.deepEqual(
      listed.body["data"]!.map((one) => one["state"]) as unknown,
      ["conflict", "taken_in"],
    );
    // A person may want the other body after all: it becomes a version of the same record, which is kept aside.
    const replayed = await trial.call(
      "POST",
      `/api/v1/payloads/${other.body["payload_id"]}/replay`,
    );
    assert.equal(replayed.status, 202, replayed.text);
    await trial.runJobs();
    const settled = await trial.call(
      "POST",
      `/api/v1/payloads/${payloadId}/replay`,
    );
    assert.deepEqual(told(settled), [409, "payload.settled"]);
    const events = (await trial.events()).map(({ type }) => type);
    assert.equal(
      events.filter((type) => type === "PAYLOADS_RECEIVED").length,
      1,
    );
    assert.equal(
      events.filter((type) => type === "PAYLOAD_CONFLICTED").length,
      1,
    );
  });

  test("of twenty deliveries of one event at once one is the first", async (trial) => {
    const hook = await hookOf(trial);
    const anybody = trial.as(null);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => deliver(anybody, hook, payload("t1"))),
    );
    const hows = answers.map(({ body }) => body["received"] as string);
    assert.deepEqual(hows.toSorted(), [
      ...Array(19).fill("duplicate"),
      "first",
    ]);
    assert.equal(new Set(answers.map((one) => one.body["payload_id"])).size, 1);
    await trial.runJobs();
    const { body } = await trial.call(
      "GET",
      `/api/v1/records?connection=${hook.id}`,
    );
    assert.equal(body["data"]!.length, 1);
  });

  test("what the mapping cannot read is kept as failed, holds up nothing, and is taken in under a better one", async (trial) => {
    const hook = await hookOf(trial);
    const anybody = trial.as(null);
    await deliver(anybody, hook, payload("bad", "twelve"), "e-bad");
    await deliver(anybody, hook, payload("good"), "e-good");
    await trial.runJobs();
    const list = async (state: string) =>
      (await trial.call(
        "GET",
        `/api/v1/payloads?connection_id=${hook.id}&state=${state}`,
      )).body["data"]!;
    const [failed, ...more] = await list("failed");
    assert.deepEqual([failed!["failure"], more.length] as unknown, [{
      kind: "mapping.wrong_records",
      detail: "/0/amount is not a decimal number such as -12.50",
    }, 0]);
    assert.equal((await list("taken_in")).length, 1);
    const health = await trial.call("GET", `${PATH}/${hook.id}/health`);
    assert.deepEqual(
      [health.body["state"], health.body["payloads"]] as unknown,
      ["healthy", { waiting: 0, taken_in: 1, failed: 1, conflict: 0 }],
    );
    await trial.call("POST", `${PATH}/${hook.id}/mappings`, {
      expression: '{ "external_id": id, "description": memo }',
    });
    const replayed = await trial.call(
      "POST",
      `${PATH}/${hook.id}/replay-failed`,
    );
    assert.deepEqual(replayed.body as unknown, { replayed: 1 });
    await trial.runJobs();
    assert.equal((await list("taken_in")).length, 2);
    assert.equal((await list("failed")).length, 0);
  });

  test("three in a row that cannot be mapped degrade a connection, and one that can restores it", async (trial) => {
    const hook = await hookOf(trial);
    for (const id of ["a", "b", "c"]) {
      await deliver(trial.as(null), hook, payload(id, "x"), id);
      await trial.runJobs();
    }
    const health = () => trial.call("GET", `${PATH}/${hook.id}/health`);
    const { body: bad } = await health();
    assert.deepEqual(
      [bad["state"], bad["failures_in_row"], bad["last_failure"]] as unknown,
      ["degraded", 3, {
        at: "2026-01-02T03:04:05.000Z",
        cause: "unmapped",
        detail: "mapping.wrong_records",
      }],
    );
    await deliver(trial.as(null), hook, payload("d"), "d");
    await trial.runJobs();
    assert.equal((await health()).body["state"] as unknown, "healthy");
    const changes = (await trial.events()).filter(({ type }) =>
      type === "CONNECTION_DEGRADED" || type === "CONNECTION_RESTORED"
    );
    assert.deepEqual(changes.map(({ type, payload }) => [type, payload]), [
      ["CONNECTION_DEGRADED", {
        connection_id: hook.id,
        before: { state: "healthy" },
        after: { state: "degraded" },
        reason: "unmapped",
      }],
      ["CONNECTION_RESTORED", {
        connection_id: hook.id,
        before: { state: "degraded" },
        after: { state: "healthy" },
        reason: "succeeded",
      }],
    ]);
  });

  test("another mapping is compared with what was made, and applied to it; what a person decided stays", async (trial) => {
    const hook = await hookOf(trial);
    for (const id of ["a", "b"]) {
      await deliver(trial.as(null), hook, payload(id), id);
    }
    await trial.runJobs();
    const list = async () => {
      const { body } = await trial.call(
        "GET",
        `/api/v1/records?connection=${hook.id}`,
      );
      return new Map(
        body["data"]!.map((one) => [one["external_id"] as string, one]),
      );
    };
    const [category] = await trial.categories("Timber");
    const before = await list();
    const corrected = await trial.call(
      "PATCH",
      `/api/v1/records/${before.get("a")!["id"]}`,
      { category_id: category, description: "Mine" },
    );
    assert.equal(corrected.status, 200, corrected.text);
    const better =
      `{ "external_id": id, "description": $uppercase(memo), "occurred_at": at, "amount": { "value": total, "currency": "EUR" } }`;
    const compare = async (expression?: string) =>
      (await trial.call("POST", `${PATH}/${hook.id}/remap/compare`, {
        ...expression !== undefined && { expression },
      })).body["data"]!;
    const changes = await compare(better);
    assert.deepEqual(changes.map((one) => one["records"]) as unknown, [
      [{
        external_id: "b",
        change: "changed",
        before: {
          description: "Timber yard b",
          counterparty: "Timber yard b",
          amount: { minor: -1250, currency: "GBP" },
        },
        after: {
          description: "TIMBER YARD B",
          counterparty: "TIMBER YARD B",
          amount: { minor: -1250, currency: "EUR" },
        },
      }],
      [{
        external_id: "a",
        change: "changed",
        before: {
          description: "Timber yard a",
          counterparty: "Timber yard a",
          amount: { minor: -1250, currency: "GBP" },
        },
        after: {
          description: "TIMBER YARD A",
          counterparty: "TIMBER YARD A",
          amount: { minor: -1250, currency: "EUR" },
        },
      }],
    ]);
    assert.equal((await list()).get("b")!["description"], "Timber yard b");
    await trial.call("POST", `${PATH}/${hook.id}/mappings`, {
      expression: better,
    });
    const applied = await trial.call("POST", `${PATH}/${hook.id}/remap`);
    assert.deepEqual([applied.status, applied.body] as unknown, [202, {
      mapping_number: 2,
    }]);
    await trial.runJobs();
    const after = await list();
    const told = (id: string) => {
      const one = after.get(id)!;
      return [one["description"], one["amount"]!["currency"], one["status"]];
    };
    assert.deepEqual(told("b"), ["TIMBER YARD B", "EUR", "processed"]);
    assert.deepEqual(told("a"), ["Mine", "EUR", "approved"]);
    assert.deepEqual(
      (await compare()).flatMap((one) =>
        one["records"]!.map((record) => record["change"])
      ) as unknown,
      ["same", "same"],
    );
    // Once more changes nothing.
    const count = (await trial.events()).length;
    await trial.call("POST", `${PATH}/${hook.id}/remap`);
    await trial.runJobs();
    assert.equal((await trial.events()).length, count + 1);
  });

  test("paused, what arrives is kept; going on, it is taken in", async (trial) => {
    const hook = await hookOf(trial);
    const post = (what: string) =>
      trial.call("POST", `${PATH}/${hook.id}/${what}`);
    assert.equal((await post("pause")).status, 204);
    assert.equal((await post("pause")).status, 204);
    assert.equal(
      (await deliver(trial.as(null), hook, payload("t1"))).status,
      202,
    );
    await trial.runJobs();
    const records = async () =>
      (await trial.call("GET", `/api/v1/records?connection=${hook.id}`))
        .body["data"]!.length;
    assert.equal(await records(), 0);
    assert.equal((await post("resume")).status, 204);
    await trial.runJobs();
    assert.equal(await records(), 1);
    const types = (await trial.events()).map(({ type }) => type);
    assert.equal(types.filter((one) => one === "CONNECTION_PAUSED").length, 1);
    assert.equal(types.filter((one) => one === "CONNECTION_RESUMED").length, 1);
  });

  test("who cannot sign is refused and nothing is kept", async (trial) => {
    const hook = await hookOf(trial);
    const anybody = trial.as(null);
    const body = payload("t1");
    const send = (
      headers: Record<string, string>,
      id = hook.id,
      sent: string | Uint8Array = body,
    ) => anybody("POST", `/api/v1/hooks/${id}`, sent, headers);
    const good = githubSigned(body, hook.secret, "e");
    const signature = good["X-Hub-Signature-256"]!;
    const { body: all } = await trial.call("GET", PATH);
    const byApi = all["data"]!.find((one) => one["kind"] === "api")!["id"]!;
    const wrong = [
      [await send({}), [401, "hook.unsigned"]],
      [await send(githubSigned(body, "guess", "e")), [
        401,
        "hook.wrong_signature",
      ]],
      [
        await send({ ...good, "X-Hub-Signature-256": signature.slice(0, -1) }),
        [401, "hook.wrong_signature"],
      ],
      [await send({ ...good, "X-GitHub-Delivery": "" }), [
        401,
        "hook.unsigned",
      ]],
      // One byte more than was signed.
      [await send(good, hook.id, `${body} `), [401, "hook.wrong_signature"]],
      [await send(good, "con_01kx2m6v9dfk3tqz8w5y7r4b1c"), [
        404,
        "hook.missing",
      ]],
      [await send(good, byApi), [404, "hook.missing"]],
      [await send(good, "nonsense"), [404, "hook.missing"]],
    ] as const;
    for (const [answer, expected] of wrong) {
      assert.deepEqual(told(answer), expected);
    }
    for (const bad of ["", "not json", '{"a":', '["\\u0000"]', "\u{feff}{}"]) {
      const answer = await send(
        githubSigned(bad, hook.secret, "e"),
        hook.id,
        bad,
      );
      assert.deepEqual(told(answer), [422, "hook.not_json"], bad);
    }
    const bytes = new Uint8Array([0x22, 0xff, 0x22]);
    assert.deepEqual(
      told(
        await send(githubSigned(bytes, hook.secret, "e"), hook.id, bytes),
      ),
      [422, "hook.not_json"],
    );
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    assert.deepEqual(
      told(await send(githubSigned(deep, hook.secret, "e"), hook.id, deep)),
      [422, "hook.not_json"],
    );
    const large = JSON.stringify("x".repeat(1024 * 1024));
    assert.deepEqual(
      told(await send(githubSigned(large, hook.secret, "e"), hook.id, large)),
      [413, "request.too_large"],
    );
    const kept = await trial.call("GET", "/api/v1/payloads");
    assert.deepEqual(kept.body["data"] as unknown, []);
    await trial.call("PATCH", `${PATH}/${hook.id}`, { archived: true });
    assert.deepEqual(told(await send(good)), [404, "hook.missing"]);
  });

  test("Standard Webhooks and Stripe: the library's own signatures hold, late and early ones do not", async (trial) => {
    const anybody = trial.as(null);
    const now = Date.parse(trial.clock.now()) / 1_000;
    const standard = await hookOf(trial, { scheme: "standard" }, null);
    const record = JSON.stringify({ external_id: "é", description: "café" });
    const byStandard = (at: number) =>
      anybody(
        "POST",
        `/api/v1/hooks/${standard.id}`,
        record,
        standardSigned(record, standard.secret, `msg_${at}`, at),
      );
    assert.equal((await byStandard(now)).status, 202);
    assert.deepEqual(told(await byStandard(now - 301)), [
      401,
      "hook.out_of_time",
    ]);
    assert.deepEqual(told(await byStandard(now + 301)), [
      401,
      "hook.out_of_time",
    ]);
    const stripe = await hookOf(trial, { scheme: "stripe", tolerance_s: 60 });
    const event = JSON.stringify({ id: "evt_1", memo: "x", total: 1 });
    const byStripe = (at: number) =>
      anybody(
        "POST",
        `/api/v1/hooks/${stripe.id}`,
        event,
        stripeSigned(event, stripe.secret, at),
      );
    const first = await byStripe(now);
    assert.equal(first.status, 202, first.text);
    // The id of the event is in the body: signed anew, it is the same event.
    assert.equal((await byStripe(now + 30)).body["received"], "duplicate");
    assert.deepEqual(told(await byStripe(now - 61)), [401, "hook.out_of_time"]);
    const listed = await trial.call(
      "GET",
      `/api/v1/payloads?connection_id=${stripe.id}`,
    );
    assert.equal(listed.body["data"]![0]!["external_id"], "evt_1");
  });

  test("a rotated secret leaves the one before a day", async (trial) => {
    const hook = await hookOf(trial);
    const rotated = await trial.call(
      "POST",
      `${PATH}/${hook.id}/rotate-secret`,
      {},
    );
    const secret = rotated.body["secret"]! as string;
    assert.match(secret, /^whsec_/);
    const anybody = trial.as(null);
    const status = async (given: string, event: string) =>
      (await deliver(
        anybody,
        { id: hook.id, secret: given },
        payload(event),
        event,
      )).status;
    assert.equal(await status(hook.secret, "old"), 202);
    assert.equal(await status(secret, "new"), 202);
    trial.clock.advance(24 * 3_600_000 + 1);
    assert.equal(await status(hook.secret, "late"), 401);
    assert.equal(await status(secret, "new-2"), 202);
  });

  test("no secret is told again, and no text of a webhook is in the log", async (trial) => {
    const hook = await hookOf(trial);
    await deliver(trial.as(null), hook, payload("canary-7"));
    await trial.runJobs();
    const read = await trial.call("GET", `${PATH}/${hook.id}`);
    const listed = await trial.call("GET", PATH);
    const told = JSON.stringify([
      read.body,
      listed.body,
      await trial.events(),
      trial.lines,
    ]);
    assert(!told.includes(hook.secret));
    assert(!told.includes("Timber yard"));
    const weak = await trial.call("POST", PATH, {
      kind: "webhook",
      name: "x",
      settings: { scheme: "standard" },
      secret: "whsec_short-and-wrong",
    });
    assert.equal(weak.status, 422);
  });
}
