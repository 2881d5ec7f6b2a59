import assert from "node:assert/strict";
import type { FoundRow } from "../../src/imports/found_row.ts";
import { CAMT_053, MT_940, OFX_1, OFX_2 } from "../support/bank_files.ts";
import {
  briefly,
  bytesOf,
  entriesOf,
  readFile,
  remarksOf,
} from "../support/read_file.ts";

const HEADER = "Date,Details,Amount\n";
const ROW = "2026-03-31,Nails,-1.00\n";
const NAILS = "2026-03-31 -100 GBP Nails";

/** Text, a long middle that is never held as a whole, and text again. */
async function* around(
  before: string,
  letter: string,
  bytes: number,
  after: string,
) {
  yield bytesOf(before);
  const piece = bytesOf(letter.repeat(64 * 1024));
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  yield bytesOf(after);
}

const FIFTY_MB = 50 * 1024 * 1024;

Deno.test("a line of 50 MB is a bad row, and the rows around it are read", async () => {
  const rows = await readFile(around(HEADER + ROW, "x", FIFTY_MB, "\n" + ROW));
  assert.deepEqual(briefly(rows), [NAILS, NAILS]);
  assert.deepEqual(remarksOf(rows), [
    "bad 3 —: is longer than 262144 characters",
  ]);
  const record = '{"external_id":"a","description":"b"}\n';
  const lines = await readFile(around(record, "x", FIFTY_MB, "\n" + record));
  assert.deepEqual(lines.map(({ kind }) => kind), ["record", "bad", "record"]);
});

Deno.test("a line or a text of 50 MB ends the reading of a statement, and what came before it is read", async () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      MT_940.slice(0, MT_940.indexOf(":61:260320")) + ":86:",
      "is longer than 65536 characters",
    ],
    [
      OFX_1.slice(0, OFX_1.indexOf("<TRNTYPE>FEE")) + "<MEMO>",
      "has more than 262144 characters without a tag",
    ],
    [
      OFX_2.slice(
        0,
        OFX_2.indexOf("<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260305"),
      ) + "<STMTTRN><MEMO>",
      "is too large an element",
    ],
    [
      CAMT_053.slice(0, CAMT_053.indexOf("<b:Ntry><b:NtryRef>4")) +
      "<b:Ntry><b:AddtlNtryInf>",
      "is too large an element",
    ],
  ];
  for (const [before, detail] of cases) {
    const rows = await readFile(around(before, "x", FIFTY_MB, ""));
    assert(entriesOf(rows).length >= 3, before);
    const last = rows.at(-1)! as Extract<
      FoundRow,
      { readonly kind: "unreadable" }
    >;
    assert.deepEqual([last.kind, last.detail], ["unreadable", detail]);
  }
});

Deno.test("a quote that is never closed spoils its own line", async () => {
  const rows = await readFile(
    `${HEADER}${ROW}2026-03-31,"open,-1.00\n${ROW.repeat(3)}`,
  );
  assert.deepEqual(briefly(rows), [NAILS, NAILS, NAILS, NAILS]);
  assert.deepEqual(remarksOf(rows), [
    "bad 3 —: opens a quote that is never closed",
  ]);
  const far = await readFile(
    `${HEADER}2026-03-31,"open,-1.00\n${ROW.repeat(20_000)}`,
  );
  assert.equal(entriesOf(far).length, 20_000);
  assert.deepEqual(remarksOf(far), [
    "bad 2 —: opens a quote that is not closed within 262144 characters",
  ]);
  const swallowing = await readFile(
    `${HEADER}2026-03-31,"open,-1.00\n${ROW}2026-03-31,"closed",-1.00\n${ROW}`,
  );
  assert.deepEqual(briefly(swallowing), [
    NAILS,
    "2026-03-31 -100 GBP closed",
    NAILS,
  ]);
});

Deno.test("a file whose quotes fit nowhere is given up, in a time that grows with its length", async () => {
  const rows = await readFile(
    HEADER + ROW.repeat(3_000) + '2026-03-31,"2,"3\n'.repeat(2_000),
  );
  assert.equal(entriesOf(rows).length, 3_000);
  assert.equal(remarksOf(rows).length, 1_001);
  assert.match(
    remarksOf(rows).at(-1)!,
    /^unreadable \d+ —: is the last of 1000 lines whose quotes do not fit$/,
  );
});

Deno.test("a row of 10,000 columns is a bad row", async () => {
  const rows = await readFile(`${HEADER}${ROW}${"x,".repeat(9_999)}x\n${ROW}`);
  assert.deepEqual(briefly(rows), [NAILS, NAILS]);
  assert.deepEqual(remarksOf(rows), [
    "bad 3 —: has 10000 cells where the table has 3 columns",
  ]);
});

Deno.test("line ends of all kinds in one file each end a line", async () => {
  const rows = await readFile(
    "Date,Details,Amount\r\n2026-03-31,Nails,-1.00\r2026-03-31,Nails,-1.00\n\r\n2026-03-31,x,y\r\n",
  );
  assert.deepEqual(briefly(rows), [NAILS, NAILS]);
  assert.deepEqual(rows.map(({ line }) => line), [2, 3, 5]);
});

Deno.test("an empty file is told, and one with a header alone has no rows", async () => {
  for (const file of ["", "\n\n", "\ufeff", "   "]) {
    assert.deepEqual(remarksOf(await readFile(file)), [
      "unreadable 1 —: is empty",
    ]);
  }
  assert.deepEqual(await readFile(HEADER), []);
  assert.deepEqual(
    remarksOf(await readFile("just a letter to the bank\nabout nothing\n")),
    [
      "unreadable 1 —: has no lines that commas, semicolons, tabs or bars part into columns",
    ],
  );
});

Deno.test("bytes that are no text are told", async () => {
  const zeros = await readFile(new Uint8Array(100_000));
  assert.equal(remarksOf(zeros).length, 1);
  assert.match(remarksOf(zeros)[0]!, /^unreadable 1/);
  const cycle = await readFile(
    Uint8Array.from({ length: 256_000 }, (_, i) => i & 0xff),
  );
  assert.equal(entriesOf(cycle).length, 0);
  assert.deepEqual(remarksOf(await readFile(",,,\n,,,\na,,,\n")), [
    "unreadable 1 —: has no rows with two columns or more that are filled",
  ]);
  const noise = Uint8Array.from(
    { length: 200_000 },
    (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff,
  );
  const rows = await readFile(noise);
  assert.equal(entriesOf(rows).length, 0);
  assert(rows.length > 0);
});

Deno.test("a NUL is a bad row of CSV, and ends the reading of XML", async () => {
  const rows = await readFile(
    `${HEADER}${ROW}2026-03-31,Na\u0000ils,-1.00\n${ROW}`,
  );
  assert.deepEqual(briefly(rows), [NAILS, NAILS]);
  assert.deepEqual(remarksOf(rows), ["bad 3 Details: holds a NUL character"]);
  for (const written of ["\u0000", "&#0;", "&#xD800;"]) {
    const camt = await readFile(
      CAMT_053.replace("returned", `ret${written}urned`),
    );
    assert.equal(entriesOf(camt).length, 3, written);
    assert.equal(camt.at(-1)!.kind, "unreadable", written);
  }
  const mt940 = await readFile(MT_940.replace(":86:Rent", ":86:Re\u0000nt"));
  assert.equal(entriesOf(mt940).length, 5);
  assert.deepEqual(remarksOf(mt940), ["bad 18 —: holds a NUL character"]);
  const ofx = await readFile(OFX_1.replace("Rent", "Re\u0000nt"));
  assert.deepEqual(remarksOf(ofx), ["bad 24 NAME: holds a NUL character"]);
});

Deno.test("XML that would grow, or fetch, ends the reading at its document type", async () => {
  const [declaration, ...rest] = CAMT_053.split("\n");
  const types = [
    '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">',
  ];
  for (const type of types) {
    const rows = await readFile(
      [declaration, type, ...rest].join("\n").replace("returned", "&e;"),
    );
    assert.equal(entriesOf(rows).length, 0);
    assert.deepEqual(remarksOf(rows), [
      "unreadable 2 —: declares a document type",
    ]);
  }
  const unknown = await readFile(CAMT_053.replace("returned", "&nbsp;"));
  assert.deepEqual(
    remarksOf(unknown).at(-1),
    "unreadable 22 —: is not well-formed XML: invalid character entity",
  );
  const deep = await readFile(
    CAMT_053.replace("<b:Bal>", "<b:x>".repeat(5_000)),
  );
  assert.match(
    remarksOf(deep)[0]!,
    /^unreadable \d+ —: is nested deeper than 100 elements$/,
  );
});

Deno.test("a file that is cut off in the middle of an entry has all that came before, and says where it ends", async () => {
  const cut = async (file: string, within: string) => {
    const rows = await readFile(file.slice(0, file.indexOf(within) + 5));
    return [entriesOf(rows).length, ...remarksOf(rows)];
  };
  assert.deepEqual(await cut(CAMT_053, "returned"), [
    3,
    "unreadable 22 —: is not well-formed XML: unclosed root tag",
  ]);
  assert.deepEqual(await cut(OFX_2, "Hotel"), [
    1,
    "unreadable 8 —: is not well-formed XML: unclosed root tag",
  ]);
  assert.deepEqual(await cut(OFX_1, "A < B"), [
    3,
    "unreadable 22 —: ends before STMTTRN does",
  ]);
  // A statement without its end has no closing balance: what it lacks cannot be known, and is said.
  assert.deepEqual(await cut(MT_940, ":61:260320"), [
    4,
    "bad 18 :61:: is no statement line",
    "told 5 :60F:: has no closing balance: the file may be cut off",
  ]);
});
