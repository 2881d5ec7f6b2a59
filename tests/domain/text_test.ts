import assert from "node:assert/strict";
import fc from "fast-check";
import { fold, tidy } from "../../src/records/text.ts";
import { anyText } from "../support/any_text.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  anyText(),
  fc.string({ unit: fc.constantFrom("Σ", "A", "İ", "e\u0301", " ", "\u00a0") }),
);

Deno.test("fold() and tidy() change nothing the second time", () => {
  fc.assert(
    fc.property(text, (given) => {
      assert.equal(fold(fold(given)), fold(given));
      assert.equal(tidy(tidy(given)), tidy(given));
    }),
    { numRuns: 500 },
  );
});

Deno.test("fold() gives the same for texts that differ in case, marks, width or white space", () => {
  const alike = [
    ["CAFÉ  Noir", "cafe\tnoir", " Cafe\u0301 NOIR\n", "ｃａｆé noir"],
    ["ﬁrst", "FIRST", "fırst".replace("ı", "i")],
    ["Ｎº 5", "no 5"],
    ["a\u00a0b", "a b", "a \u2003 b"],
    ["Łódź", "łodz"],
    ["שָׁלוֹם", "שלום"],
    ["ÅNGSTRÖM", "ångström", "Ångström"],
  ];
  for (const [first, ...others] of alike) {
    for (const other of others) assert.equal(fold(other), fold(first!), other);
  }
});

Deno.test("fold() keeps apart what only looks alike", () => {
  assert.notEqual(fold("Shop 12"), fold("Shop 1 2"));
  assert.notEqual(fold("a-b"), fold("a b"));
  assert.notEqual(fold("А"), fold("A"));
  assert.equal(fold("🧾 Tax"), "🧾 tax");
});

Deno.test("fold() and tidy() take plain ASCII the short way, to where the long way leads", () => {
  const seen = { plain: 0, other: 0 };
  const near = fc.string({
    unit: fc.constantFrom(
      ..."AbZ09 ~!",
      "\t",
      "\n",
      "\x7f",
      "\x1f",
      "é",
      "\u0301",
    ),
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ maxLength: 6 }), text), (given) => {
      const tidied = given.normalize("NFC").replace(/\s+/gu, " ").trim();
      const folded = given.normalize("NFKD").replace(/\p{M}+/gu, "")
        .toLowerCase().normalize("NFC").replace(/\s+/gu, " ").trim();
      assert.equal(tidy(given), tidied);
      assert.equal(fold(given), folded);
      if (given === tidied && /^[ -~]+$/.test(given)) seen.plain++;
      else seen.other++;
    }),
    { numRuns: 1_000 },
  );
  assert(seen.plain > 50 && seen.other > 50);
});

Deno.test("tidy() keeps letters as they are, composed, with single spaces", () => {
  assert.equal(tidy("  Cafe\u0301 \r\n\t NOIR "), "Café NOIR");
  assert.equal(tidy("\u00a0\u2003"), "");
  fc.assert(fc.property(text, (given) => {
    assert.doesNotMatch(tidy(given), /^\s|\s$|\s\s|[^\S ]/u);
  }));
});
