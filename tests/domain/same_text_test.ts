import assert from "node:assert/strict";
import fc from "fast-check";
import { isSameText } from "../../src/kernel/same_text.ts";
import { anyText } from "../support/any_text.ts";

Deno.test("isSameText() is equality", () => {
  const text = anyText({ maxLength: 8 });
  fc.assert(fc.property(text, text, (one, other) => {
    assert.equal(isSameText(one, other), one === other);
    assert(isSameText(one, one));
  }));
});

Deno.test("isSameText() tells a part, more, nothing and NUL characters apart", () => {
  const pairs = [["ab", "a"], ["a", "ab"], ["", "a"], ["a", ""], ["\0", ""], [
    "a\0",
    "a",
  ]] as const;
  for (const [one, other] of pairs) {
    assert(!isSameText(one, other), JSON.stringify([one, other]));
  }
  assert(isSameText("", ""));
});

Deno.test("isSameText() reads as much, whichever character differs", () => {
  /** How many characters of `other` are read. */
  const readsOf = (other: string) => {
    let reads = 0;
    const watched = {
      length: other.length,
      charCodeAt: (at: number) => (reads++, other.charCodeAt(at)),
    };
    isSameText("0123456789", watched as string);
    return reads;
  };
  const others = ["0123456789", "x123456789", "012345678x", "xxxxxxxxxx", "0"];
  assert.deepEqual(others.map(readsOf), [10, 10, 10, 10, 10]);
});
