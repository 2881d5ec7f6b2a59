import assert from "node:assert/strict";
import { briefly, readFile } from "../../support/read_file.ts";

/** Each character of Latin text as one byte, but for the euro. */
function oneByte(text: string, euro: number): Uint8Array {
  return Uint8Array.from(
    [...text],
    (sign) => sign === "€" ? euro : sign.charCodeAt(0),
  );
}

Deno.test("a letter of one byte late in a file of plain ASCII is read, and before it nothing changes", async () => {
  const rows = "2026-03-31,Nails,-1.00\n".repeat(20_000);
  const file = oneByte(
    `Date,Details,Amount\n${rows}2026-04-01,Café,-2.00\n`,
    0x80,
  );
  const read = briefly(await readFile(file));
  assert.equal(read.length, 20_001);
  assert.equal(read.at(-1), "2026-04-01 -200 GBP Café");
});
