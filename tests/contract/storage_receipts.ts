import assert from "node:assert/strict";
import type { ReceiptFilter } from "../../ports/receipts.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { PageRequest } from "../../src/kernel/page.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { SAMPLE_AT, sampleIds, sampleRecord } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const PAGE = { limit: 10, cursor: null };

function sampleReceipt(given: Partial<Receipt> = {}): Receipt {
  const id = sampleIds.next("rcp");
  return {
    id,
    version: 1,
    fileName: "Rechnung – Müller.pdf",
    type: "application/pdf",
    claimedType: null,
    bytes: 1_234,
    sha256: sha256(id),
    source: "upload",
    addedBy: "usr_x",
    createdAt: SAMPLE_AT,
    removedAt: null,
    amount: { minor: "9007199254740993", currency: "EUR" },
    occurredAt: SAMPLE_AT,
    counterparty: "Müller & Söhne",
    recordIds: [],
    ...given,
  };
}

async function withRecords({ run, connection }: FreshTenant) {
  const records = [
    sampleRecord({ connectionId: connection.id }),
    sampleRecord({ connectionId: connection.id }),
  ];
  await run((tx) =>
    tx.records.admit(records.map((record) => ({ record, raw: null })))
  );
  return records.map(({ id }) => id).sort() as [RecordId, RecordId];
}

export function receiptCases(test: Case): void {
  test("keeps receipts with the records they are for, and writes both", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [one, two] = await withRecords(tenant);
    const receipt = sampleReceipt({ recordIds: [one, two] });
    const bare = sampleReceipt({
      amount: null,
      occurredAt: null,
      counterparty: null,
      claimedType: "image/png",
    });
    await run((tx) => tx.receipts.add([receipt, bare]));
    const found = () =>
      run((tx) => tx.receipts.find([receipt.id, sampleIds.next("rcp")]));
    assert.deepEqual(await found(), [receipt]);
    await run((tx) =>
      tx.receipts.save([{
        ...receipt,
        recordIds: [two],
        counterparty: "M",
      }])
    );
    const changed = {
      ...receipt,
      recordIds: [two],
      counterparty: "M",
      version: 2,
    };
    assert.deepEqual(await found(), [changed]);
    await run((tx) => tx.receipts.remove([receipt.id]));
    assert.deepEqual(await found(), []);
    assert.deepEqual(await run((tx) => tx.receipts.find([bare.id])), [bare]);
  });

  test("lists receipts by record, status, hash and removal", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [one] = await withRecords(tenant);
    const attached = sampleReceipt({ recordIds: [one] });
    const waiting = sampleReceipt();
    const removed = sampleReceipt({ removedAt: SAMPLE_AT });
    await run((tx) => tx.receipts.add([attached, waiting, removed]));
    const list = async (
      filter: ReceiptFilter,
      page: PageRequest = PAGE,
    ) => {
      const { data } = await run((tx) => tx.receipts.list(filter, page));
      return data.map(({ id }) => id);
    };
    assert.deepEqual(await list({}), [waiting.id, attached.id]);
    assert.deepEqual(await list({ recordIds: [one] }), [attached.id]);
    assert.deepEqual(await list({ status: "waiting" }), [waiting.id]);
    assert.deepEqual(await list({ status: "attached" }), [attached.id]);
    assert.deepEqual(await list({ sha256: waiting.sha256 }), [waiting.id]);
    assert.deepEqual(await list({ removed: true }), [removed.id]);
    assert.deepEqual(await list({}, { limit: 1, cursor: null }), [waiting.id]);
  });

  test("of twenty who add the same bytes at once one does", async (subject) => {
    const { run } = await freshTenant(subject);
    const hash = sha256("the same bytes");
    const added = await Promise.all(
      Array.from({ length: 20 }, () =>
        run(async (tx) => {
          const { data } = await tx.receipts.list({ sha256: hash }, PAGE);
          if (data.length > 0) return 0;
          await tx.receipts.add([sampleReceipt({ sha256: hash })]);
          return 1;
        })),
    );
    assert.equal(added.filter((one) => one === 1).length, 1);
  });

  test("finds the records that a receipt may be for, the nearest in amount first, and no erased one", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run, connection } = tenant;
    const make = (minor: string, day: string | null, currency = "EUR") =>
      sampleRecord({
        connectionId: connection.id,
        amount: { minor: minor as never, currency },
        occurredAt: day === null
          ? null
          : `2026-03-${day}T00:00:00.000Z` as never,
      });
    const [more, equal, undated, other, late, less, gone] = [
      make("-1100", "10"),
      make("1000", "12"),
      make("-1000", null),
      make("-1000", "10", "USD"),
      make("-1000", "30"),
      make("-999", "10"),
      make("-1000", "11"),
    ];
    await run(async (tx) => {
      await tx.records.admit(
        [more, equal, undated, other, late, less, gone].map((record) => ({
          record: record!,
          raw: null,
        })),
      );
      await tx.receipts.add([sampleReceipt({ recordIds: [more!.id] })]);
      await tx.personalData.eraseRecords({
        recordIds: [gone!.id],
        textKeys: [],
        externalIds: false,
      });
    });
    const search = {
      amount: { currency: "EUR", least: "1000", most: "1250" },
      time: {
        from: "2026-03-09T00:00:00.000Z",
        to: "2026-03-20T00:00:00.000Z",
      },
    } as const;
    const found = await run((tx) => tx.receipts.candidates(search, 10));
    assert.deepEqual(
      found.map(({ recordId, receipts }) => [recordId, receipts]),
      [[equal!.id, 0], [undated!.id, 0], [more!.id, 1]],
    );
    assert.deepEqual(found[0], {
      recordId: equal!.id,
      amount: equal!.amount,
      occurredAt: equal!.occurredAt,
      description: equal!.description,
      counterparty: equal!.counterparty,
      receipts: 0,
    });
    const all = await run((tx) =>
      tx.receipts.candidates({ ...search, amount: null }, 2)
    );
    assert.equal(all.length, 2);
  });
}
