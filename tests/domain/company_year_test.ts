import assert from "node:assert/strict";
import { companyYear } from "../../src/main/demo/company_year.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";

const RECORDS = 6_000;
const year = companyYear({ seed: 1, records: RECORDS });

function distinct(of: (row: DemoRow) => string | null): number {
  return new Set(year.map(of)).size;
}

Deno.test("a year is as mixed as a company's", () => {
  assert.equal(distinct((row) => row.category), 35);
  assert.equal(distinct((row) => row.unit), 11);
  const descriptions = Map.groupBy(year, (row) => row.description);
  const once = [...descriptions.values()].filter((rows) => rows.length === 1);
  assert.ok(descriptions.size > 1_500 && descriptions.size < 3_500);
  assert.ok(once.length > 500, "many descriptions are seen once");
  const commonest = Math.max(
    ...[...descriptions.values()].map((r) => r.length),
  );
  assert.ok(commonest > 60, "a few are seen all the time");
  const named = year.filter((row) => row.counterparty !== null).length;
  assert.ok(named > RECORDS / 4 && named < RECORDS / 2);
  const moneyIn = year.filter((row) => !row.amount.minor.startsWith("-"));
  const refunds = moneyIn.filter((row) => row.category !== "Customer Receipts");
  assert.ok(refunds.length > 60 && refunds.length < moneyIn.length);
});
