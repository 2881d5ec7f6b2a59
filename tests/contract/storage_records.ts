import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { Json } from "../../src/kernel/json.ts";
import type { Conflict } from "../../src/records/record.ts";
import type { Admission } from "../../ports/records.ts";
import {
  SAMPLE_AT,
  sampleConnection,
  sampleIds,
  sampleNewRecord,
  sampleRecord,
  sampleTrace,
} from "../support/samples.ts";
import { byId, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

export function recordCases(test: Case): void {
  test("keeps records exactly: every script, every amount, every payload", async (subject) => {
    const { run, connection: { id: connectionId } } = await freshTenant(
      subject,
    );
    const raw: Json = {
      text: '👩‍👩‍👧 שלום "quoted" \\ \n\t\'',
      numbers: [0, -1.5, 1e21, 9007199254740991],
      nested: { "": [null, true, { deep: [] }] },
    };
    const added = [
      { record: sampleRecord({ connectionId }), raw },
      sampleNewRecord({
        connectionId,
        externalId: "חשבון-١٢٣ 🧾",
        description: "🍕 بيتزا №5 – Łódź, Ærø, 東京, ﬁ, e\u0301",
        counterparty: "'; drop table records; --",
        amount: { minor: "9223372036854775807", currency: "GBP" },
        attributes: { "cost centre": "é", n: -0.25, yes: true, none: null },
      }),
      sampleNewRecord({
        connectionId,
        amount: { minor: "-9223372036854775807", currency: "JPY" },
        occurredAt: null,
        counterparty: null,
        attributes: {},
      }),
      sampleNewRecord({ connectionId, amount: null }),
    ];
    await run((tx) => tx.records.admit(added));
    const records = added.map(({ record }) => record);
    const ids = records.map(({ id }) => id);
    assert.deepEqual(byId(await run((tx) => tx.records.find(ids))), records);
    for (const { record, raw } of added) {
      assert.deepEqual(await run((tx) => tx.records.past(record.id)), {
        raw,
        earlierTraces: [],
        conflicts: [],
      });
    }
  });

  test("finds each record once and leaves out the unknown", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const [record] = await admit([{}]);
    const unknown = sampleIds.next("rec");
    const found = await run((tx) =>
      tx.records.find([record!.id, unknown, record!.id])
    );
    assert.deepEqual(found, [record]);
    assert.equal(await run((tx) => tx.records.past(unknown)), undefined);
  });

  test("admits new ones and tells duplicates from conflicts, in the order given", async (subject) => {
    const { run, connection, admit } = await freshTenant(subject);
    const other = sampleConnection();
    await run((tx) => tx.connections.add([other]));
    const [one, two] = await admit([
      { externalId: "1", fingerprint: "a" },
      { externalId: "2", fingerprint: "b" },
    ]);
    const at = { connectionId: connection.id };
    const offered = [
      sampleNewRecord({ ...at, externalId: "2", fingerprint: "x" }),
      sampleNewRecord({ ...at, externalId: "3", fingerprint: "c" }),
      sampleNewRecord({ ...at, externalId: "1", fingerprint: "a" }),
      sampleNewRecord({
        connectionId: other.id,
        externalId: "1",
        fingerprint: "a",
      }),
    ];
    const expected: Admission[] = [
      { kind: "conflict", recordId: two!.id },
      { kind: "added", recordId: offered[1]!.record.id },
      { kind: "duplicate", recordId: one!.id },
      { kind: "added", recordId: offered[3]!.record.id },
    ];
    assert.deepEqual(await run((tx) => tx.records.admit(offered)), expected);
    assert.deepEqual(await run((tx) => tx.records.find([two!.id])), [two]);
    assert.deepEqual(
      await run((tx) => tx.records.find([offered[0]!.record.id])),
      [],
    );
  });

  test("takes each external id in once under ten overlapping calls at a time", async (subject) => {
    const { run, connection: { id: connectionId } } = await freshTenant(
      subject,
    );
    const calls = Array.from({ length: 10 }, (_, call) => {
      const set = Array.from(
        { length: 30 },
        (_, i) =>
          sampleNewRecord({ connectionId, externalId: `ext ${call * 10 + i}` }),
      );
      return call % 2 ? set.toReversed() : set;
    });
    const answers = await Promise.all(
      calls.map((set) => run((tx) => tx.records.admit(set))),
    );
    const holders = new Map<string, Set<RecordId>>();
    let added = 0;
    calls.forEach((set, call) =>
      set.forEach(({ record }, i) => {
        const { kind, recordId } = answers[call]![i]!;
        const ids = holders.get(record.externalId) ?? new Set();
        holders.set(record.externalId, ids.add(recordId));
        assert.notEqual(kind, "conflict");
        assert.equal(recordId === record.id, kind === "added");
        if (kind === "added") added++;
      })
    );
    assert.equal(holders.size, 120);
    assert.equal(added, 120);
    assert([...holders.values()].every((ids) => ids.size === 1));
  });

  test("saves every field a decision can change, as the next version", async (subject) => {
    const { run, admit, categories: [category] } = await freshTenant(subject);
    const [record] = await admit([{}]);
    const changed = {
      ...record!,
      occurredAt: null,
      description: "corrected 🖊️",
      counterparty: null,
      amount: { minor: "500", currency: "EUR" },
      attributes: { unit: "Office" },
      status: "approved",
      outcome: "needs_review",
      categoryId: category.id,
      source: "person",
      confidence: 1,
      trace: sampleTrace(),
      settledByPerson: ["category_id", "attributes.unit"],
    } as const;
    const written = await run((tx) => tx.records.save([changed], SAMPLE_AT));
    assert.deepEqual(written, [record!.id]);
    assert.deepEqual(await run((tx) => tx.records.find([record!.id])), [
      { ...changed, version: record!.version + 1 },
    ]);
  });

  test("leaves a stale or unknown record out of a save and writes the rest", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const [one, two] = await admit([{}, {}]);
    const failed = { status: "failed" } as const;
    await run((tx) => tx.records.save([{ ...one!, ...failed }], SAMPLE_AT));
    const written = await run((tx) =>
      tx.records.save([
        { ...one!, status: "rejected" },
        { ...two!, ...failed },
        sampleRecord({ connectionId: one!.connectionId }),
      ], SAMPLE_AT)
    );
    assert.deepEqual(written, [two!.id]);
    assert.deepEqual(
      byId(await run((tx) => tx.records.find([one!.id, two!.id]))),
      [{ ...one!, ...failed, version: 2 }, { ...two!, ...failed, version: 2 }],
    );
  });

  test("keeps every trace that was replaced, oldest first, and none twice", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const [record] = await admit([{}]);
    const traces = ["first", "second", "second", "third"].map(sampleTrace);
    for (const [i, trace] of traces.entries()) {
      await run((tx) =>
        tx.records.save(
          [{ ...record!, version: i + 1, trace }],
          `2026-02-0${i + 1}T00:00:00.000Z`,
        )
      );
    }
    const past = await run((tx) => tx.records.past(record!.id));
    assert.deepEqual(past?.earlierTraces, [
      { trace: traces[0], replacedAt: "2026-02-02T00:00:00.000Z" },
      { trace: traces[1], replacedAt: "2026-02-04T00:00:00.000Z" },
    ]);
    const [now] = await run((tx) => tx.records.find([record!.id]));
    assert.deepEqual(now?.trace, traces[3]);
  });

  test("keeps conflicts aside, each (record, fingerprint) once", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const [one, two] = await admit([{}, {}]);
    const conflict = (recordId: RecordId, fingerprint: string): Conflict => ({
      id: sampleIds.next("cfl"),
      recordId,
      receivedAt: SAMPLE_AT,
      fingerprint,
      content: {
        occurredAt: null,
        description: "other",
        counterparty: null,
        amount: { minor: "-9223372036854775807", currency: "GBP" },
        attributes: { unit: "🏭" },
      },
      raw: { sent: fingerprint },
      externalId: recordId === one!.id ? one!.externalId : two!.externalId,
      pending: false,
      reasons: [],
      resolution: null,
    });
    const [a, b, c] = [
      conflict(one!.id, "a"),
      conflict(one!.id, "b"),
      conflict(two!.id, "a"),
    ];
    assert.deepEqual(await run((tx) => tx.records.keepAside([a])), [a.id]);
    const again = [conflict(one!.id, "a"), b, c];
    assert.deepEqual(
      (await run((tx) => tx.records.keepAside(again))).toSorted(),
      [b.id, c.id],
    );
    const past = await run((tx) => tx.records.past(one!.id));
    assert.deepEqual(byId(past!.conflicts), [a, b]);
    assert.deepEqual(await run((tx) => tx.records.find([one!.id])), [one]);
  });
}
