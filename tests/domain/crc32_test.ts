import assert from "node:assert/strict";
import { crc32 } from "../../src/kernel/crc32.ts";

Deno.test("crc32() gives the published check values", () => {
  // The check value of CRC-32/ISO-HDLC, and the edges.
  assert.equal(crc32("123456789"), 0xcbf43926);
  assert.equal(crc32(""), 0);
  assert.equal(crc32("a"), 0xe8b7be43);
});
