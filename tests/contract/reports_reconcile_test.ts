import assert from "node:assert/strict";
import { Workbook } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { ok } from "../../src/kernel/result.ts";

import type { Instant } from "../../src/kernel/instant.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { amountText } from "../../src/reports/amount_text.ts";
import {
  GROUPINGS,
  REPORT_FORMATS,
  type ReportFormat,
} from "../../src/reports/report_demand.ts";
import { openReportFile } from "../../src/reports/use_cases/open_report_file.ts";
import { readReport } from "../../src/reports/use_cases/read_report.ts";
import { requestReport } from "../../src/reports/use_cases/request_report.ts";
import { permitTo, sampleNewRecord } from "../support/samples.ts";
import { openTrial, value } from "../support/trial.ts";

const PERIOD = {
  from: "2026-03-01T00:00:00.000Z",
  to: "2026-04-01T00:00:00.000Z",
} as const;
/** As long as March. */
const BEFORE = "2026-01-29T00:00:00.000Z";

const at = fc.integer({
  min: Date.parse("2026-01-20T00:00:00Z"),
  max: Date.parse("2026-04-10T00:00:00Z"),
}).map((ms) => new Date(ms).toISOString() as Instant);

const part = fc.record({
  occurredAt: fc.option(at, { nil: null }),
  receivedAt: at,
  description: fc.string({ maxLength: 12 }),
  counterparty: fc.option(
    fc.constantFrom("Ann", '"=Bob', "Cleo,\r\nSons", "<b>&"),
    { nil: null },
  ),
  amount: fc.option(
    fc.record({
      minor: fc.oneof(
        fc.bigInt({ min: -3_000n, max: 3_000n }),
        fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
      ).map((minor) => `${minor}` as const),
      currency: fc.constantFrom("EUR", "JPY", "KWD"),
    }),
    { nil: null },
  ),
  status: fc.constantFrom<CompanyRecord["status"]>(
    "ingested",
    "processed",
    "approved",
    "rejected",
    "failed",
  ),
  category: fc.option(fc.nat(2), { nil: null }),
  /** A version that came later and was kept aside. */
  conflicts: fc.boolean(),
});

Deno.test("whatever the records, a report's totals, groups and rows are theirs to the last unit, in every format", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 25 }),
      fc.constantFrom(...GROUPINGS),
      async (parts, grouping) => {
        const trial = await openTrial();
        const { deps, scope } = trial;
        const categories = await trial.categories("Rent", "Fuel", "=Tax");
        const records = parts.map(({ category, conflicts: _, ...rest }) =>
          sampleNewRecord({
            ...rest,
            categoryId: category === null ? null : categories[category]!,
          })
        );
        const permit = permitTo("records.write", scope);
        await deps.uow.run(permit, async (tx) => {
          await tx.records.admit(records);
          await tx.records.keepAside(
            records.filter((_, at) => parts[at]!.conflicts).map((
              { record },
              at,
            ) => ({
              id: `cfl_${at}`,
              recordId: record.id,
              receivedAt: PERIOD.from,
              fingerprint: `other ${at}`,
              externalId: record.externalId,
              pending: false,
              content: { ...record, amount: { minor: "999", currency: "EUR" } },
              raw: null,
              reasons: [],
              resolution: null,
            })),
          );
          return ok(null);
        });
        const { id } = value(
          await requestReport(deps, scope, {
            terms: {
              kind: "spend",
              grouping,
              filters: {},
              compare: "previous_period",
              formats: REPORT_FORMATS,
            },
            period: PERIOD,
          }),
        );
        await trial.runJobs();
        const report = value(await readReport(deps, scope, id));
        assert.equal(report.state, "done");
        const all = records.map(({ record }) => record);
        const now = netsOf(all, PERIOD.from, PERIOD.to);
        const before = netsOf(all, BEFORE, PERIOD.from);

        const [totals, groups] = report.tables!;
        const told = (table: typeof totals, column: string) =>
          netsIn(table!.columns, table!.rows, column);
        const both = new Set([...now.keys(), ...before.keys()]);
        assert.deepEqual(told(totals, "net"), filled(now, both));
        assert.deepEqual(told(totals, "previous_net"), filled(before, both));
        const grouped = told(groups, "net");
        for (const currency of both) {
          assert.equal(
            grouped.get(currency) ?? 0n,
            now.get(currency) ?? 0n,
            `${grouping} ${currency}`,
          );
        }
        if (grouping !== "month") {
          assert.deepEqual(told(groups, "previous_net"), filled(before, both));
        }

        const text = async (format: ReportFormat) => {
          const opened = value(await openReportFile(deps, scope, id, format));
          return await new Response(opened.content).text();
        };
        const json = JSON.parse(await text("json"));
        const rows = json.rows as { amount: string; currency: string }[];
        assert.deepEqual(
          sum(rows.map(({ amount, currency }) => [currency, amount])),
          now,
        );
        assert.deepEqual(
          json.figures.totals.rows.map((row: object) => Object.values(row)),
          totals!.rows,
        );
        const csv = cellsOf(await text("csv"));
        const [heading, ...lines] = csv;
        const cell = (line: string[], name: string) =>
          line[heading!.indexOf(name)]!;
        const recordLines = lines.filter((line) => line[0] === "records");
        assert.deepEqual(
          sum(recordLines.map((line) => [
            cell(line, "currency"),
            cell(line, "amount"),
          ])),
          now,
        );
        assert.deepEqual(
          lines.filter((line) => line[0] === "totals")
            .map((line) => [cell(line, "currency"), cell(line, "net")]),
          totals!.rows.map((row) => [row[0], row[4] ?? ""]),
        );
        // The apostrophe is what makes it text.
        assert(lines.flat().every((one) => !/^[=@]/.test(one)));
        const xlsx = value(await openReportFile(deps, scope, id, "xlsx"));
        const book = new Workbook();
        await book.xlsx.load(await new Response(xlsx.content).bytes());
        const shown: unknown[] = [];
        book.getWorksheet("Totals by currency")!.eachRow((row, at) => {
          const [currency, net] = [row.getCell(1).value, row.getCell(5).value];
          if (at > 1 && at <= totals!.rows.length + 1) {
            shown.push([currency, net]);
          }
        });
        assert.deepEqual(
          shown,
          totals!.rows.map((
            row,
          ) => [row[0], asNumber(row[4] as string | null)]),
        );
        const html = await text("html");
        for (const row of totals!.rows) {
          const cells = row.slice(1).map((one) =>
            `<td class="number">${one ?? ""}</td>`
          );
          assert(html.includes(cells.join("")), `${row[0]}`);
        }
      },
    ),
    { numRuns: 25 },
  );
});

type Nets = ReadonlyMap<string, bigint>;

/** Written anew, and not as the service adds up. */
function netsOf(
  records: readonly CompanyRecord[],
  from: string,
  to: string,
): Nets {
  const nets = new Map<string, bigint>();
  for (const { occurredAt, receivedAt, status, amount } of records) {
    const when = occurredAt ?? receivedAt;
    if (when < from || when >= to || status === "rejected") continue;
    if (amount === null) continue;
    const { currency, minor } = amount;
    nets.set(currency, (nets.get(currency) ?? 0n) + BigInt(minor));
  }
  return nets;
}

function netsIn(
  columns: readonly { readonly name: string }[],
  rows: readonly (readonly unknown[])[],
  column: string,
): Nets {
  const place = (name: string) => columns.findIndex((one) => one.name === name);
  return sum(
    rows.map((row) => [
      String(row[place("currency")]),
      row[place(column)] as string | null,
    ]),
  );
}

const DIGITS: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };

/** Adds decimal text up, exactly. */
function sum(all: readonly (readonly [string, string | null])[]): Nets {
  const nets = new Map<string, bigint>();
  for (const [currency, amount] of all) {
    if (amount === null || amount === "") continue;
    const [, part = ""] = amount.split(".");
    assert.equal(part.length, DIGITS[currency], `${amount} ${currency}`);
    const minor = BigInt(amount.replace(".", ""));
    assert.equal(amountText(minor, currency), amount);
    nets.set(currency, (nets.get(currency) ?? 0n) + minor);
  }
  return nets;
}

/** A number, where it has no more digits than one holds. */
function asNumber(amount: string | null): number | string | null {
  if (amount === null) return null;
  return amount.replace(/\D/g, "").length <= 15 ? Number(amount) : amount;
}

function filled(nets: Nets, currencies: ReadonlySet<string>): Nets {
  return new Map(
    [...currencies].sort().map((one) => [one, nets.get(one) ?? 0n]),
  );
}

/** The cells of a CSV file (RFC 4180), written anew. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.replace(/^\uFEFF/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy);
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}
