import assert from "node:assert/strict";
import fc from "fast-check";
import { readDecimal } from "../../src/kernel/decimal.ts";
import { minorDigits } from "../../src/kernel/money.ts";

Deno.test("a decimal amount becomes minor units of its currency, exactly or not at all", () => {
  const told = (value: string | number, currency: string) => {
    const read = readDecimal(value, currency);
    return "minor" in read ? read.minor : read.wrong;
  };
  assert.equal(told("-12.5", "GBP"), "-1250");
  assert.equal(told("0.29", "EUR"), "29");
  assert.equal(
    told(0.1 + 0.2, "EUR"),
    "has more digits than a JSON number holds; send text",
  );
  assert.equal(told(1e21, "EUR"), "is not a decimal number such as -12.50");
  assert.equal(told("1.005", "GBP"), "has more than 2 decimal digits");
  assert.equal(told("1.500", "GBP"), "150");
  assert.equal(told("1234", "JPY"), "1234");
  assert.equal(told("1.5", "JPY"), "has more than 0 decimal digits");
  assert.equal(told("1.234", "BHD"), "1234");
  assert.equal(told("92233720368547758.07", "EUR"), "9223372036854775807");
  assert.equal(
    told("92233720368547758.08", "EUR"),
    "is larger than 64 bits hold",
  );
  assert.equal(told("-0", "EUR"), "0");
  for (const wrong of ["", "1,5", "1.", ".5", "1e3", "٣", "--1", "NaN"]) {
    assert.equal(told(wrong, "EUR"), "is not a decimal number such as -12.50");
  }
  assert.equal(told("1", "XYZ"), "has a currency that is not an ISO 4217 code");
});

Deno.test("whatever minor units are written as a decimal are read back", () => {
  fc.assert(fc.property(
    fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }),
    fc.constantFrom("JPY", "EUR", "KWD", "CLF"),
    (minor, currency) => {
      const digits = minorDigits(currency)!;
      const text = (minor < 0n ? -minor : minor).toString().padStart(
        digits + 1,
        "0",
      );
      const at = text.length - digits;
      const decimal = `${minor < 0n ? "-" : ""}${text.slice(0, at)}${
        digits > 0 ? `.${text.slice(at)}` : ""
      }`;
      assert.deepEqual(readDecimal(decimal, currency), {
        minor: minor.toString(),
      });
    },
  ));
});
