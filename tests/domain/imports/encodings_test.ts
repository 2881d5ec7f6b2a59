import assert from "node:assert/strict";
import { briefly, inspectFile, readFile } from "../../support/read_file.ts";

const TEXT =
  "Date,Details,Amount\n2026-03-31,Café Größe €,-1.00\n2026-04-01,Śniadanie,-2.00\n";
const LATIN = "Date,Details,Amount\n2026-03-31,Café Größe €,-1.00\n";
const BRIEF = [
  "2026-03-31 -100 GBP Café Größe €",
  "2026-04-01 -200 GBP Śniadanie",
];

function utf16(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\ufeff" : "") + text].join("");
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) {
    view.setUint16(i * 2, units.charCodeAt(i), isLittle);
  }
  return bytes;
}

/** Each character of Latin text as one byte, but for the euro. */
function oneByte(text: string, euro: number): Uint8Array {
  return Uint8Array.from(
    [...text],
    (sign) => sign === "€" ? euro : sign.charCodeAt(0),
  );
}

Deno.test("UTF-8 and UTF-16 are read with a mark and without, in pieces of any size", async () => {
  const utf8 = new TextEncoder().encode(TEXT);
  const files: readonly (readonly [string, Uint8Array])[] = [
    ["utf-8", utf8],
    ["utf-8", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ["utf-16le", utf16(TEXT, true, true)],
    ["utf-16be", utf16(TEXT, false, true)],
    ["utf-16le", utf16(TEXT, true, false)],
    ["utf-16be", utf16(TEXT, false, false)],
  ];
  for (const [encoding, file] of files) {
    assert.equal((await inspectFile(file)).encoding, encoding);
    for (const pieces of [1, 2, 3, 7, 1_000]) {
      assert.deepEqual(
        briefly(await readFile(file, { pieces })),
        BRIEF,
        `${encoding} ${pieces}`,
      );
    }
  }
});

Deno.test("Windows-1252 and ISO-8859-15 are told apart by the euro", async () => {
  for (
    const [encoding, euro] of [["windows-1252", 0x80], [
      "iso-8859-15",
      0xa4,
    ]] as const
  ) {
    const file = oneByte(LATIN, euro);
    assert.equal((await inspectFile(file)).encoding, encoding);
    for (const pieces of [1, 5, 1_000]) {
      assert.deepEqual(
        briefly(await readFile(file, { pieces })),
        BRIEF.slice(0, 1),
        encoding,
      );
    }
  }
});

Deno.test("a broken byte in UTF-8 is replaced, and the rest stays UTF-8", async () => {
  const good = new TextEncoder().encode(
    "Date,Details,Amount\n2026-03-31,Café Größe Nägel,-1.00\n2026-04-01,x",
  );
  const file = Uint8Array.from([
    ...good,
    0xff,
    ...new TextEncoder().encode("y é,-2.00\n"),
  ]);
  assert.deepEqual(briefly(await readFile(file)), [
    "2026-03-31 -100 GBP Café Größe Nägel",
    "2026-04-01 -200 GBP x\ufffdy é",
  ]);
});

Deno.test("an encoding that XML declares is the one", async () => {
  const xml = (name: string, euro: number) =>
    oneByte(
      `<?xml version="1.0" encoding="${name}"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-31</Dt></BookgDt><AddtlNtryInf>Café €</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>`,
      euro,
    );
  for (
    const [name, euro] of [["ISO-8859-15", 0xa4], [
      "windows-1252",
      0x80,
    ]] as const
  ) {
    assert.deepEqual(briefly(await readFile(xml(name, euro))), [
      "2026-03-31 -100 EUR Café €",
    ], name);
  }
});
