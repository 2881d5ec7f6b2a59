import assert from "node:assert/strict";
import { sha256 } from "../../src/kernel/sha256.ts";
import { pdf, upload } from "./receipts_client.ts";
import type { TestOn } from "./tests_on.ts";
import { incoming } from "../support/trial.ts";

/** Receipts from the upload to the removal, on a given storage. */
export function receiptTests(test: TestOn): void {
  test("a receipt comes in, is attached, read by link, and goes with its file", async (trial) => {
    const { call, send, deps, tenant, events, runJobs } = trial;
    const [first, second] = await send(incoming(), incoming());
    const text = pdf("timber");
    const made = await upload(
      call,
      text,
      `?record_id=${first}&file_name=Timber%20yard.pdf&amount_minor=1250&currency=GBP&counterparty=Timber%20Yard&occurred_at=2026-03-01`,
    );
    assert.equal(made.status, 201, made.text);
    const { id, created_at, added_by, ...told } = made
      .body as unknown as Record<
        string,
        unknown
      >;
    assert.deepEqual(told, {
      version: 1,
      status: "attached",
      record_ids: [first],
      file_name: "Timber yard.pdf",
      content_type: "application/pdf",
      claimed_content_type: "application/pdf",
      bytes: text.length,
      sha256: sha256(text),
      source: "upload",
      amount: { minor: 1250, currency: "GBP" },
      occurred_at: "2026-03-01T00:00:00.000Z",
      counterparty: "Timber Yard",
    });
    assert(created_at && added_by);
    assert.equal(made.headers.get("etag"), '"1"');

    const again = await upload(call, text, `?record_id=${second}`);
    assert.equal(again.status, 200);
    assert.equal(again.body["id"], id);
    assert.deepEqual(again.body["record_ids"], [first, second]);
    const files = () => deps.files.list(`${tenant.id}/`, 9, null);
    assert.deepEqual(await files(), [`${tenant.id}/receipts/${id}`]);

    const list = async (query: string) =>
      (await call("GET", `/api/v1/receipts${query}`)).body["data"]!.map((one) =>
        one["id"]
      );
    assert.deepEqual(await list(`?record_id=${second}`), [id]);
    assert.deepEqual(await list("?status=waiting"), []);
    const path = `/api/v1/receipts/${id}`;
    const detached = await call("PATCH", path, { detach: [first, second] }, {
      "If-Match": '"2"',
    });
    assert.equal(detached.status, 200, detached.text);
    assert.equal(detached.body["status"], "waiting");
    assert.deepEqual(await list("?status=waiting"), [id]);
    assert.deepEqual(await list(`?record_id=${second}`), []);
    const stale = await call("PATCH", path, { attach: [first] }, {
      "If-Match": '"2"',
    });
    assert.equal(stale.status, 412);

    const link = await call("GET", `${path}/link`);
    assert.equal(link.status, 200, link.text);
    const { pathname } = new URL(link.body["url"]!);
    const file = await trial.as(null)("GET", pathname);
    assert.equal(file.text, text);
    assert.deepEqual(
      [
        "content-type",
        "content-disposition",
        "x-content-type-options",
        "content-security-policy",
        "content-length",
      ].map((name) => file.headers.get(name)),
      [
        "application/pdf",
        `attachment; filename="Timber yard.pdf"; filename*=UTF-8''Timber%20yard.pdf`,
        "nosniff",
        "sandbox; default-src 'none'",
        String(text.length),
      ],
    );

    assert.equal((await call("DELETE", path)).status, 204);
    assert.equal((await call("GET", path)).status, 404);
    assert.equal((await call("DELETE", path)).status, 404);
    assert.equal((await trial.as(null)("GET", pathname)).status, 404);
    await runJobs();
    assert.deepEqual(await files(), []);
    const facts = (await events()).filter(({ type }) =>
      type.startsWith("RECEIPT")
    );
    assert.deepEqual(facts.map(({ type }) => type), [
      "RECEIPT_ADDED",
      "RECEIPT_ATTACHED",
      "RECEIPT_ATTACHED",
      "RECEIPT_DETACHED",
      "RECEIPT_DETACHED",
      "RECEIPT_REMOVED",
    ]);
  });

  test("the same bytes sent twice at once are one receipt", async ({ call, deps, tenant }) => {
    const text = pdf("twice");
    const both = await Promise.all([upload(call, text), upload(call, text)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 201]);
    const ids = new Set(both.map(({ body }) => body["id"]));
    assert.equal(ids.size, 1);
    const files = await deps.files.list(`${tenant.id}/`, 9, null);
    assert.deepEqual(files, [`${tenant.id}/receipts/${[...ids][0]}`]);
  });

  test("a repeated request with one key gets the first answer, and other bytes are refused", async ({ call }) => {
    const key = { "Idempotency-Key": "one" };
    const first = await upload(call, pdf("once"), "", key);
    assert.equal(first.status, 201);
    const again = await upload(call, pdf("once"), "", key);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    const other = await upload(call, pdf("another"), "", key);
    assert.equal(other.body["type"]!.split("#")[1], "idempotency.reused");
  });

  test("the likeliest records are proposed with reasons, and none is attached", async (trial) => {
    const { call, send } = trial;
    const money = (minor: `${bigint}`) => ({ minor, currency: "GBP" });
    const [tip, exact] = await send(
      incoming({
        amount: money("-1400"),
        occurredAt: "2026-03-02T00:00:00.000Z",
        description: "TIMBER YARD 4411",
      }),
      incoming({
        amount: money("-1250"),
        occurredAt: "2026-03-03T00:00:00.000Z",
        description: "Somebody else",
      }),
      incoming({ amount: money("-9900"), description: "TIMBER YARD" }),
      incoming({ amount: { minor: "-1250", currency: "EUR" } }),
    );
    const made = await upload(
      call,
      pdf("which"),
      "?amount_minor=1250&currency=GBP&counterparty=Timber%20Yard&occurred_at=2026-03-01",
    );
    const id = made.body["id"]! as string;
    const path = `/api/v1/receipts/${id}`;
    const proposed = async () =>
      (await call("GET", `${path}/proposals`)).body["data"] as unknown;
    const sure = {
      record_id: tip,
      score: 0.75,
      ambiguous: false,
      reasons: [
        { part: "amount", verdict: "more", points: 0.35 },
        { part: "date", verdict: "near", points: 0.25 },
        { part: "counterparty", verdict: "alike", points: 0.15 },
      ],
    };
    const all = [sure, {
      record_id: exact,
      score: 0.69,
      ambiguous: false,
      reasons: [
        { part: "amount", verdict: "equal", points: 0.6 },
        { part: "date", verdict: "near", points: 0.24 },
        { part: "counterparty", verdict: "other", points: -0.15 },
      ],
    }];
    assert.deepEqual(await proposed(), all);
    assert.deepEqual((await call("GET", path)).body["record_ids"], []);
    await call("PATCH", path, { attach: [exact] });
    assert.deepEqual(await proposed(), [sure]);
    const bare = await upload(call, pdf("nothing is read off it"));
    const none = await call(
      "GET",
      `/api/v1/receipts/${bare.body["id"]}/proposals`,
    );
    assert.deepEqual(none.body as unknown, { data: [] });
  });
}
