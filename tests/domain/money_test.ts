import assert from "node:assert/strict";
import fc from "fast-check";
import {
  formatMoney,
  type Minor,
  minorDigits,
  readMinor,
  readWhole,
  writeMinor,
} from "../../src/kernel/money.ts";

const MAX = 2n ** 63n - 1n;
const minor = fc.bigInt({ min: -MAX, max: MAX });

Deno.test("readMinor() reads every whole number of 63 bits from text, exactly", () => {
  fc.assert(fc.property(minor, (n) => {
    assert.deepEqual(readMinor(n.toString()), { minor: n.toString() });
  }));
  for (const n of [MAX, -MAX, 0n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n)]) {
    assert.deepEqual(readMinor(n.toString()), { minor: n.toString() });
  }
  assert.deepEqual(readMinor("-0"), { minor: "0" });
  assert.deepEqual(readMinor("-007"), { minor: "-7" });
});

Deno.test("readMinor() reads a number while JSON keeps it exact", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (n) => {
    assert.deepEqual(readMinor(n), { minor: BigInt(n).toString() });
  }));
  assert.deepEqual(readMinor(-0), { minor: "0" });
});

Deno.test("readMinor() says why it refuses", () => {
  const tooLarge = { wrong: "is larger than 64 bits hold" };
  assert.deepEqual(readMinor((MAX + 1n).toString()), tooLarge);
  assert.deepEqual(readMinor((-MAX - 1n).toString()), tooLarge);
  assert.deepEqual(readMinor(2 ** 53), {
    wrong: "is beyond 2^53 and was rounded by JSON; send it as a string",
  });
  const fraction = { wrong: "is not a whole number of minor units" };
  for (const n of [0.5, -12.1, NaN, Infinity]) {
    assert.deepEqual(readMinor(n), fraction);
  }
  const notDigits = {
    wrong: "is not a whole number of minor units of up to 19 digits",
  };
  const texts = ["", "-", "+1", "1.0", "1e3", " 1", "1\n", "0x10", "١٢", "--1"];
  for (const text of [...texts, "1".repeat(20)]) {
    assert.deepEqual(readMinor(text), notDigits);
  }
});

Deno.test("writeMinor() is a number while exact, else text, and loses nothing", () => {
  fc.assert(fc.property(minor, (n) => {
    const written = writeMinor(n.toString() as Minor);
    assert.equal(BigInt(written), n);
    assert.equal(typeof written === "number", Number.isSafeInteger(Number(n)));
  }));
  assert.equal(writeMinor("9007199254740991"), 9007199254740991);
  assert.equal(writeMinor("9007199254740993"), "9007199254740993");
});

Deno.test("minorDigits() knows the currencies of 0, 2, 3 and 4 digits", () => {
  const digits = ["JPY", "GBP", "KWD", "CLF", "XXX", "gbp", ""]
    .map(minorDigits);
  assert.deepEqual(digits, [0, 2, 3, 4, undefined, undefined, undefined]);
});

Deno.test("formatMoney() shows major units with the currency's digits", () => {
  const shown = (minor: Minor, currency: string) =>
    formatMoney({ minor, currency });
  assert.equal(shown("-1250", "GBP"), "-12.50 GBP");
  assert.equal(shown("5", "EUR"), "0.05 EUR");
  assert.equal(shown("-5", "EUR"), "-0.05 EUR");
  assert.equal(shown("0", "EUR"), "0.00 EUR");
  assert.equal(shown("1250", "JPY"), "1250 JPY");
  assert.equal(shown("-7", "KWD"), "-0.007 KWD");
  assert.equal(shown("9223372036854775807", "USD"), "92233720368547758.07 USD");
  fc.assert(fc.property(
    minor,
    fc.constantFrom("JPY", "GBP", "KWD", "CLF"),
    (n, currency) => {
      const digits = shown(n.toString() as Minor, currency)
        .replace(".", "").replace(` ${currency}`, "");
      assert.equal(BigInt(digits), n);
    },
  ));
});

Deno.test("readWhole() orders any two amounts exactly, whichever side of 2^53 they are on", () => {
  const near = fc.bigInt({ min: -3n, max: 3n }).chain((plus) =>
    fc.constantFrom(0n, 2n ** 53n, -(2n ** 53n), MAX - 3n)
      .map((base) => base + plus)
  );
  const either = fc.oneof(near, minor);
  fc.assert(fc.property(either, either, (one, other) => {
    const [a, b] = [readWhole(`${one}`), readWhole(`${other}`)];
    assert.equal(a < b, one < other);
    assert.equal(a <= b, one <= other);
    assert.equal(a === b, one === other);
    assert.equal(BigInt(a), one);
  }));
});
