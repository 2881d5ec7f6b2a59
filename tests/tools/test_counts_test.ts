import assert from "node:assert/strict";
import { formatCounts, plus, readCounts } from "./test_counts.ts";

Deno.test("counts are read off the summary of deno test", () => {
  const rows: [output: string, success: boolean, counts: string][] = [
    [
      "\nok | 12 passed | 0 failed (3s)\n",
      true,
      "12 passed, 0 failed, 0 skipped",
    ],
    [
      "FAILED | 3 passed (4 steps) | 2 failed (1 step) | 5 ignored (2 steps) | 7 filtered out (9ms)",
      false,
      "3 passed, 2 failed, 7 skipped",
    ],
    [
      "ok | 0 passed | 0 failed | 12 filtered out (0ms)",
      true,
      "0 passed, 0 failed, 0 skipped",
    ],
    // A test that prints such a line does not count.
    [
      "ok | 9 passed | 9 failed\nok | 1 passed | 0 failed",
      true,
      "1 passed, 0 failed, 0 skipped",
    ],
    // It did not compile, or was killed.
    ["error: Type checking failed.", false, "0 passed, 1 failed, 0 skipped"],
    // All tests passed, then an uncaught error.
    ["ok | 2 passed | 0 failed", false, "2 passed, 1 failed, 0 skipped"],
  ];
  for (const [output, success, counts] of rows) {
    assert.equal(formatCounts(readCounts({ output, success })), counts);
  }
});

Deno.test("counts add up", () => {
  assert.deepEqual(
    plus({ passed: 1, failed: 2, skipped: 3 }, {
      passed: 10,
      failed: 20,
      skipped: 30,
    }),
    { passed: 11, failed: 22, skipped: 33 },
  );
});
