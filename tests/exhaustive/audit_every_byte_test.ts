import assert from "node:assert/strict";
import { audit, LINES } from "../support/exported_log.ts";

Deno.test("an audit finds every byte of an export that is not what it was", () => {
  const bytes = new TextEncoder().encode(LINES.join("\n"));
  const unseen: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    for (const change of [0x01, 0x20]) {
      const edited = bytes.slice();
      edited[at]! ^= change;
      const lines = new TextDecoder().decode(edited).split("\n");
      if (audit(lines).ok) unseen.push(`byte ${at} by ${change}`);
    }
  }
  assert.deepEqual(unseen, []);
});
