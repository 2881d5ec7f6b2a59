import assert from "node:assert/strict";
import type { CsvMapping } from "../../src/imports/csv_mapping.ts";
import {
  type FileImport,
  type ImportRemark,
  NO_ROWS,
} from "../../src/imports/file_import.ts";
import type { ConnectionId } from "../../src/kernel/ids.ts";
import { SAMPLE_AT, sampleIds } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

function sampleImport(
  connectionId: ConnectionId,
  given: Partial<FileImport> = {},
): FileImport {
  return {
    id: sampleIds.next("imp"),
    version: 1,
    createdAt: SAMPLE_AT,
    createdBy: sampleIds.next("usr"),
    connectionId,
    file: { name: "März — „Konto“.csv", bytes: 5_000_000_000, sha256: "ab" },
    asked: { format: null, currency: "EUR" },
    mappingId: null,
    format: null,
    state: "received",
    rowAt: 0,
    counts: NO_ROWS,
    failure: null,
    endedAt: null,
    ...given,
  };
}

function sampleMapping(given: Partial<CsvMapping> = {}): CsvMapping {
  return {
    id: sampleIds.next("cmp"),
    version: 1,
    name: "Harbour Bank",
    number: 1,
    terms: {
      date: "Booked",
      amount: null,
      debit: "Out",
      credit: "In",
      direction: null,
      description: ["Details", "Größe"],
      counterparty: null,
      bankId: null,
      account: null,
      currencyColumn: null,
      currency: "GBP",
      dateOrder: "dmy",
      decimal: ".",
      spendingIsPositive: false,
      attributes: { branch: "Branch" },
    },
    createdAt: SAMPLE_AT,
    createdBy: sampleIds.next("usr"),
    ...given,
  };
}

function remarks(from: number, to: number): readonly ImportRemark[] {
  return Array.from({ length: to - from + 1 }, (_, i): ImportRemark => ({
    place: from + i,
    line: 10 + from + i,
    kind: i % 2 === 0 ? "bad" : "told",
    field: i % 2 === 0 ? "Betrag" : null,
    detail: `the ${from + i}th`,
  }));
}

export function importCases(test: Case): void {
  test("keeps imports and how far they are, and lists the latest first", async (subject) => {
    const { run, connection } = await freshTenant(subject);
    const mapping = sampleMapping();
    const first = sampleImport(connection.id);
    const second = sampleImport(connection.id, { mappingId: mapping.id });
    await run(async (tx) => {
      await tx.csvMappings.add([mapping]);
      await tx.imports.add([first, second]);
    });
    assert.deepEqual(
      await run((tx) => tx.imports.list({ limit: 1, cursor: null })),
      { data: [second], nextCursor: second.id },
    );
    const failed: FileImport = {
      ...first,
      format: "csv",
      state: "failed",
      rowAt: 12,
      counts: { ...NO_ROWS, read: 10, bad: 2 },
      failure: { line: 12, field: null, detail: "ends before STMTTRN does" },
      endedAt: SAMPLE_AT,
    };
    await run((tx) => tx.imports.save([failed]));
    assert.deepEqual(await run((tx) => tx.imports.find([first.id])), [
      { ...failed, version: 2 },
    ]);
    assert.deepEqual(await run((tx) => tx.csvMappings.find([mapping.id])), [
      mapping,
    ]);
  });

  test("keeps what was said of rows, and lists it page by page", async (subject) => {
    const { run, connection } = await freshTenant(subject);
    const one = sampleImport(connection.id);
    const other = sampleImport(connection.id);
    await run((tx) => tx.imports.add([one, other]));
    await run((tx) => tx.importRemarks.add(one.id, remarks(1, 3)));
    await run((tx) => tx.importRemarks.add(other.id, remarks(1, 1)));
    await run((tx) => tx.importRemarks.add(one.id, remarks(4, 5)));
    await run((tx) => tx.importRemarks.add(one.id, []));
    const page = (cursor: string | null) =>
      run((tx) => tx.importRemarks.list(one.id, { limit: 3, cursor }));
    const all = [...remarks(1, 3), ...remarks(4, 5)];
    assert.deepEqual(await page(null), {
      data: all.slice(0, 3),
      nextCursor: "3",
    });
    assert.deepEqual(await page("3"), { data: all.slice(3), nextCursor: null });
  });

  test("hides imports, what was said of them, and mappings from other tenants", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const one = sampleImport(theirs.connection.id);
    const mapping = sampleMapping();
    await theirs.run(async (tx) => {
      await tx.imports.add([one]);
      await tx.importRemarks.add(one.id, remarks(1, 2));
      await tx.csvMappings.add([mapping]);
    });
    assert.deepEqual(
      await mine.run(async (tx) => [
        await tx.imports.all(),
        (await tx.importRemarks.list(one.id, { limit: 9, cursor: null })).data,
        await tx.csvMappings.all(),
      ]),
      [[], [], []],
    );
  });
}
