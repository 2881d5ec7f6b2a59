import assert from "node:assert/strict";
import { Workbook } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { reportFiles } from "../../adapters/report_files/report_files.ts";
import { newReport } from "../../src/reports/new_report.ts";
import { documentOf } from "../../src/reports/report_document.ts";
import { column } from "../../src/reports/report_table.ts";
import { SAMPLE_AT, sampleIds } from "../support/samples.ts";
import { unzipped } from "../support/unzipped.ts";

const SHEET = "Decisions by reviewer";

/** A spreadsheet with a line for each text; the company is called by the first one. */
async function spreadsheet(texts: readonly string[]): Promise<Uint8Array> {
  const report = newReport({
    id: sampleIds.next("rpt"),
    createdAt: SAMPLE_AT,
    createdBy: "usr_ann",
    scheduleId: null,
    terms: {
      kind: "reviewer_activity",
      grouping: null,
      filters: {},
      compare: null,
      formats: ["xlsx"],
    },
    period: { from: SAMPLE_AT, to: SAMPLE_AT },
  });
  const document = documentOf(report, {
    company: texts[0]!,
    tables: () => [{
      name: "reviewers",
      title: SHEET,
      columns: [column("reviewer", "text")],
      rows: texts.map((text) => [text]),
      note: null,
    }],
    rows: (async function* () {})(),
  });
  return await new Response(reportFiles().write("xlsx", document)).bytes();
}

/** Its texts as the library reads them: the company, and the lines. */
async function readByLibrary(file: Uint8Array): Promise<readonly string[]> {
  const book = new Workbook();
  await book.xlsx.load(file);
  const text = (sheet: string, row: number, column: number) => {
    const { value } = book.getWorksheet(sheet)!.getCell(row, column);
    return value !== null && typeof value === "object" && "richText" in value
      ? value.richText.map(({ text }) => text).join("")
      : String(value ?? "");
  };
  const lines = book.getWorksheet(SHEET)!.rowCount - 1;
  return [
    text("Report", 2, 2),
    ...Array.from({ length: lines }, (_, at) => text(SHEET, at + 2, 1)),
  ];
}

/** The same, read anew as the format has it (ECMA-376-1, 22.9.2.19): whatever is called `t` or `v`, each by itself. */
function readByFormat(file: Uint8Array): readonly string[] {
  const files = unzipped(file);
  const cell = (sheet: number, address: string) => {
    const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)!;
    const [, inner = ""] =
      new RegExp(`<c r="${address}"[^>]*?(?:/>|>(.*?)</c>)`, "s").exec(xml) ??
        [];
    return [...inner.matchAll(/<([tv])(?: [^>]*)?>(.*?)<\/\1>/gs)]
      .map(([, , text]) =>
        text!.replace(/&(lt|gt|amp|quot|apos);/g, (_, name) => NAMED[name]!)
          .replace(
            /_x([0-9A-Fa-f]{4})_/g,
            (_, code) => String.fromCharCode(parseInt(code, 16)),
          )
      ).join("");
  };
  const rows = [
    ...files.get("xl/worksheets/sheet2.xml")!.matchAll(/<row r="(\d+)"/g),
  ].map(([, row]) => row!).slice(1);
  return [cell(1, "B2"), ...rows.map((row) => cell(2, `A${row}`))];
}
const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

Deno.test("what looks like an escape of spreadsheets stays the text that it is", async () => {
  const texts = [
    "Part _x0041_ of 2",
    "_x0041_x0042_x0043_",
    "_x005F_x0041_",
    "_x00e9_ & <b>",
    "_x004_ _x00410_ x0041_",
  ];
  const file = await spreadsheet(texts);
  assert.deepEqual(await readByLibrary(file), [texts[0], ...texts]);
  assert.deepEqual(readByFormat(file), [texts[0], ...texts]);
});

Deno.test("what XML cannot hold is left out of a spreadsheet, and nothing else of any text", async () => {
  const piece = fc.oneof(
    fc.constantFrom("_", "x", "_x", "0041", "_x0041_", "_x000D_", "\0", "\x1f"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 8 })
    // A line end by itself is read as another one (XML 1.0, 2.11).
    .map((pieces) => `.${pieces.join("").replaceAll("\r", "")}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 20 }),
      async (texts) => {
        const file = await spreadsheet(texts);
        const told = [texts[0]!, ...texts].map((text) =>
          // deno-lint-ignore no-control-regex
          text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "")
            .replace(/[\ufffe\uffff]/g, "")
        );
        const lost = (texts: readonly string[]) =>
          texts.map((text) => text.replaceAll("\ufffd", ""));
        assert.deepEqual(lost(readByFormat(file)), lost(told));
        assert.deepEqual(lost(await readByLibrary(file)), lost(told));
      },
    ),
    { numRuns: 20 },
  );
});
