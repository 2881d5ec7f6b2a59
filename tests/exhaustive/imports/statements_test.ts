import assert from "node:assert/strict";
import fc from "fast-check";
import { CAMT_053, MT_940, OFX_1, OFX_2 } from "../../support/bank_files.ts";
import { bytesOf, readFile } from "../../support/read_file.ts";

Deno.test("a file reads the same in whatever pieces it comes, and with whatever line ends", async () => {
  const csv =
    'Date;Details;Amount\n31/03/2026;"a ""b""\nc; d";-1,50\n\n01/04/2026;x "y" z;2,00\n02/04/2026;"open;3,00\n03/04/2026;é;4,00\n';
  for (const file of [OFX_1, OFX_2, CAMT_053, MT_940, csv]) {
    const whole = await readFile(file);
    assert(whole.length > 2);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (pieces, end) => {
          const bytes = bytesOf(file.replaceAll("\n", end));
          assert.deepEqual(await readFile(bytes, { pieces }), whole);
        },
      ),
      { numRuns: 25 },
    );
  }
});
