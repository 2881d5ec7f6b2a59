import fc from "fast-check";

const SURROGATES = { from: 0xd800, to: 0xe000 };
const LAST = 0x10ffff - (SURROGATES.to - SURROGATES.from);

/** Any character but half a pair. */
const character = fc.nat(LAST).map(
  (n) => String.fromCodePoint(n < SURROGATES.from ? n : n + 0x800),
  (text) => {
    const point = typeof text === "string" ? text.codePointAt(0) ?? -1 : -1;
    if (point < 0 || String.fromCodePoint(point) !== text) {
      throw new Error("not one character");
    }
    return point < SURROGATES.from ? point : point - 0x800;
  },
);

/** As `fc.string({ unit: "binary" })`, which lists all characters there are before the first text: half a second. */
export function anyText(
  constraints: { readonly maxLength?: number } = {},
): fc.Arbitrary<string> {
  return fc.string({ unit: character, ...constraints });
}
