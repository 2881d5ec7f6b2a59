import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { Page, PageRequest } from "../../src/kernel/page.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import type { RecordFilter } from "../../src/records/record_filter.ts";
import {
  SAMPLE_AT,
  sampleConnection,
  sampleIds,
  sampleNewRecord,
} from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

export function recordListCases(test: Case): void {
  test("lists records by every filter, and by all given ones together", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run, admit, categories: [category, other] } = tenant;
    const card = sampleConnection({ name: "Card" });
    await run((tx) => tx.connections.add([card]));
    const records = await admit([
      { occurredAt: null, description: "nothing alike" },
      { occurredAt: "2026-03-01T00:00:00.000Z", description: "CAFÉ Größe" },
      { occurredAt: "2026-03-02T00:00:00.000Z", connectionId: card.id },
      { occurredAt: "2026-03-03T00:00:00.000Z", counterparty: "Café  Noir" },
      { occurredAt: "2026-03-04T00:00:00.000Z", description: "off 100% a_b" },
    ]);
    const settled = {
      status: "processed",
      outcome: "auto",
      categoryId: category.id,
      source: "rule",
      confidence: 1,
    } as const;
    const unsure = { ...settled, outcome: "needs_review" } as const;
    await run((tx) =>
      tx.records.save([
        { ...records[1]!, ...settled },
        { ...records[2]!, ...settled, categoryId: other.id },
        { ...records[3]!, ...unsure, categoryId: null, source: null },
      ], SAMPLE_AT)
    );
    const shown = async (filter: RecordFilter): Promise<number[]> => {
      const { data } = await run((tx) =>
        tx.records.list(filter, { limit: 10, cursor: null })
      );
      return data.map(({ id }) => records.findIndex((r) => r.id === id));
    };
    const march = (day: number) => `2026-03-0${day}T00:00:00.000Z` as const;
    assert.deepEqual(await shown({}), [4, 3, 2, 1, 0]);
    assert.deepEqual(await shown({ status: "ingested" }), [4, 0]);
    assert.deepEqual(await shown({ status: "approved" }), []);
    assert.deepEqual(await shown({ outcome: "auto" }), [2, 1]);
    assert.deepEqual(await shown({ outcome: "needs_review" }), [3]);
    assert.deepEqual(await shown({ categoryId: other.id }), [2]);
    assert.deepEqual(await shown({ connectionId: card.id }), [2]);
    assert.deepEqual(await shown({ text: "cafe" }), [3, 1]);
    assert.deepEqual(await shown({ text: "  CAFÉ noir " }), [3]);
    assert.deepEqual(await shown({ text: "noir cafe" }), [3]);
    assert.deepEqual(await shown({ text: "cafe rouge" }), []);
    assert.deepEqual(await shown({ text: "a_b OFF" }), [4]);
    assert.deepEqual(await shown({ text: "100%" }), [4]);
    assert.deepEqual(await shown({ text: "a_b" }), [4]);
    assert.deepEqual(await shown({ text: "1%0" }), []);
    assert.deepEqual(await shown({ text: "\\" }), []);
    assert.deepEqual(await shown({ from: march(2) }), [4, 3, 2]);
    assert.deepEqual(await shown({ to: march(2) }), [1]);
    assert.deepEqual(await shown({ from: march(2), to: march(4) }), [3, 2]);
    assert.deepEqual(
      await shown({ text: "cafe", outcome: "auto", from: march(1) }),
      [1],
    );
    assert.deepEqual(await shown({ text: "cafe", from: march(4) }), []);
  });

  test("samples the same records everywhere, by the last two digits of their ids", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const endings = ["00", "0a", "0b", "fz", "g0", "zn", "zp", "zz"];
    const records = await admit(
      endings.map((ending): Partial<CompanyRecord> => ({
        id: `${sampleIds.next("rec").slice(0, -2)}${ending}` as RecordId,
      })),
    );
    const sample = async (filter: RecordFilter) => {
      const { data } = await run((tx) =>
        tx.records.list(filter, { limit: 100, cursor: null })
      );
      return data.map(({ id }) => id.slice(-2)).sort();
    };
    assert.equal(records.length, endings.length);
    assert.deepEqual(await sample({ samplePercent: 1 }), ["00", "0a"]);
    assert.deepEqual(await sample({ samplePercent: 2 }), ["00", "0a", "0b"]);
    assert.deepEqual(
      await sample({ samplePercent: 50 }),
      ["00", "0a", "0b", "fz"],
    );
    assert.deepEqual(await sample({ samplePercent: 99 }), endings.slice(0, 6));
    assert.deepEqual(await sample({ samplePercent: 100 }), endings);
    assert.deepEqual(
      await sample({ samplePercent: 50, status: "processed" }),
      [],
    );
  });

  test("shows every record once over the pages of a list", async (subject) => {
    const tenant = await freshTenant(subject);
    const records = await tenant.admit(
      Array.from({ length: 20 }, (_, i) => ({
        description: i % 2 ? "odd" : "even",
      })),
    );
    assert.deepEqual(
      await pages(tenant, {}, 7),
      [7, 7, 6].map((n, i) => newest(records).slice(i * 7, i * 7 + n)),
    );
    assert.deepEqual(
      (await pages(tenant, {}, 10)).map((page) => page.length),
      [10, 10],
    );
    const odd = newest(records).filter((r) => r.description === "odd");
    assert.deepEqual(await pages(tenant, { text: "odd" }, 4), [
      odd.slice(0, 4),
      odd.slice(4, 8),
      odd.slice(8),
    ]);
  });

  test("lists nothing of an undone unit, and takes its external ids again", async (subject) => {
    const { run, admit, connection } = await freshTenant(subject);
    const connectionId = connection.id;
    const undone = sampleNewRecord({ connectionId, externalId: "same" });
    await assert.rejects(
      run(async (tx) => {
        await tx.records.admit([undone]);
        throw new Error("undone");
      }),
      /undone/,
    );
    const records = await admit([{ externalId: "same" }]);
    assert.deepEqual(
      await run((tx) => tx.records.list({}, { limit: 5, cursor: null })),
      { data: records, nextCursor: null },
    );
  });

  test("repeats none on later pages when records arrive in between", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const records = await admit(Array.from({ length: 4 }, () => ({})));
    const first = await run((tx) =>
      tx.records.list({}, { limit: 2, cursor: null })
    );
    await admit([{}, {}]);
    const second = await run((tx) =>
      tx.records.list({}, { limit: 2, cursor: first.nextCursor })
    );
    assert.deepEqual([...first.data, ...second.data], newest(records));
    assert.equal(second.nextCursor, null);
  });
}

function newest(records: readonly CompanyRecord[]): readonly CompanyRecord[] {
  return records.toReversed();
}

async function pages(
  { run }: FreshTenant,
  filter: RecordFilter,
  limit: number,
): Promise<readonly (readonly CompanyRecord[])[]> {
  const shown: (readonly CompanyRecord[])[] = [];
  let cursor: string | null = null;
  do {
    const request: PageRequest = { limit, cursor };
    const page: Page<CompanyRecord> = await run((tx) =>
      tx.records.list(filter, request)
    );
    shown.push(page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return shown;
}
