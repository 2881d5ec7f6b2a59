import assert from "node:assert/strict";
import fc from "fast-check";
import { formatUsd, readUsd } from "../../src/kernel/usd.ts";

Deno.test("formatUsd() writes two to six digits after the point", () => {
  assert.deepEqual(
    [0, 1, 12_500, 100_000, 10_000_000, 1_234_567, 999_999_999_999_999].map(
      formatUsd,
    ),
    [
      "0.00",
      "0.000001",
      "0.0125",
      "0.10",
      "10.00",
      "1.234567",
      "999999999.999999",
    ],
  );
});

Deno.test("readUsd() reads what formatUsd() writes", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 1_000_000_000_000_000 }),
    (micros) => assert.deepEqual(readUsd(formatUsd(micros)), { micros }),
  ));
});

Deno.test("readUsd() takes whole dollars and refuses what is no exact amount", () => {
  assert.deepEqual(readUsd("12"), { micros: 12_000_000 });
  assert.deepEqual(readUsd("0.5"), { micros: 500_000 });
  for (const text of ["", "-1", "1e3", ".5", "1.", "1.1234567", "1,5", " 1"]) {
    assert.deepEqual(readUsd(text), {
      wrong: "is not an amount of dollars such as 12.50",
    }, text);
  }
  assert.deepEqual(readUsd("1000000000.000001"), {
    wrong: "is more than a thousand million dollars",
  });
});
