import assert from "node:assert/strict";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { counterpartyIn } from "../../src/records/counterparty.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { compileCondition } from "../../src/rules/matcher/compile_condition.ts";
import { viewRecord } from "../../src/rules/matcher/record_view.ts";
import {
  PRECISION_MIN_DEFAULT,
  suggestRules,
} from "../../src/rules/suggestions/suggest_rules.ts";
import { realRows } from "../support/real_rows.ts";
import { sampleRecord } from "../support/samples.ts";

/** The files, with what the rules suggested from their first halves are to decide of their second halves. */
const FILES = [
  { file: "birmingham_pcard.csv", coverageMin: 0.05, fallShortMax: 0 },
  { file: "harrogate_invoices.csv", coverageMin: 0.3, fallShortMax: 1 },
];

function labelled(
  row: DemoRow,
  number: number,
  categoryId: CategoryId,
): CompanyRecord {
  const { description, amount } = row;
  return sampleRecord({
    id: `rec_${String(number).padStart(6, "0")}` as RecordId,
    occurredAt: `${row.date}T00:00:00.000Z` as Instant,
    description,
    counterparty: row.counterparty ?? counterpartyIn(description),
    amount,
    attributes: row.unit ? { unit: row.unit } : {},
    outcome: "needs_review",
    categoryId,
    settledByPerson: ["category_id"],
  });
}

/** What rules suggested from the first half of `rows` would have said of the second. */
function foretold(rows: readonly DemoRow[]) {
  const names = [...new Set(rows.map((row) => row.category))];
  const idOf = (name: string): CategoryId => `cat_${names.indexOf(name)}`;
  const records = rows.map((row, i) => labelled(row, i, idOf(row.category)));
  const half = Math.floor(rows.length / 2);
  const { suggestions } = suggestRules({
    records: records.slice(0, half),
    rules: { version: 0, rules: [] },
    contextAttributes: ["unit"],
    categories: new Map(names.map((name) => [idOf(name), name])),
    dismissed: new Set(),
    precisionMin: PRECISION_MIN_DEFAULT,
  });
  const later = records.slice(half)
    .map((record) => ({ record, view: viewRecord(record) }));
  const decided = new Map<RecordId, boolean>();
  const fallShort = suggestions.filter((one) => {
    const meets = compileCondition(one.rule.when);
    const met = later.filter(({ view }) => meets(view))
      .map(({ record }) => record);
    const isRight = (record: CompanyRecord) =>
      record.categoryId === one.categoryId;
    for (const record of met) {
      if (!decided.has(record.id)) decided.set(record.id, isRight(record));
    }
    const right = met.filter(isRight).length;
    return right < met.length * one.precisionAtLeast;
  });
  const right = [...decided.values()].filter((isRight) => isRight).length;
  return {
    coverage: decided.size / later.length,
    precision: right / decided.size,
    fallShort: fallShort.map((one) => one.rule.name),
  };
}

for (const { file, coverageMin, fallShortMax } of FILES) {
  Deno.test(`rules suggested from half of ${file} hold in the other half`, async () => {
    const rows = await realRows(file);
    if (rows === null) return;
    const { coverage, precision, fallShort } = foretold(rows);
    assert(precision >= 0.97, `precision ${precision}`);
    assert(coverage >= coverageMin, `coverage ${coverage}`);
    assert(fallShort.length <= fallShortMax, fallShort.join("; "));
  });
}
