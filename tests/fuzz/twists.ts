import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";
import type { Json } from "./json_schema.ts";

/** Values that break what reads them carelessly. */
const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  9_007_199_254_740_993,
  -0.1,
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202eabc",
  "__proto__",
  "constructor",
  "NaN",
  "' or 1=1 --",
  "${7*7}",
  "../../etc/passwd",
  "ten_01kx2m6v9dfk3tqz8w5y7r4b1c",
  "x".repeat(10_001),
  "9".repeat(400),
  [],
  {},
  [[[[]]]],
  { toString: null, length: -1 },
];

/** A copy of `value` with one thing in it changed; says what. */
export function twisted(
  value: Json,
  random: SeededRandom,
): { readonly value: Json; readonly twist: string } {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.75)) {
    const at = random.between(0, value.length - 1);
    const inner = twisted(value[at]!, random);
    return {
      value: value.with(at, inner.value),
      twist: `[${at}]${inner.twist}`,
    };
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const name = random.pick(Object.keys(value));
    if (random.chance(0.15)) {
      const { [name]: _, ...rest } = value;
      return { value: rest, twist: `without ${name}` };
    }
    if (random.chance(0.1)) {
      return {
        value: { ...value, [random.pick(["x", "__proto__", "id"])]: 1 },
        twist: "with one more member",
      };
    }
    const inner = twisted(value[name]!, random);
    return {
      value: { ...value, [name]: inner.value },
      twist: `.${name}${inner.twist}`,
    };
  }
  if (random.chance(0.03)) {
    let deep: Json = value;
    for (let i = 0; i < 200; i++) deep = [deep];
    return { value: deep, twist: " nested 200 deep" };
  }
  const odd = random.pick(ODD);
  return { value: odd, twist: ` = ${JSON.stringify(odd).slice(0, 40)}` };
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Bodies that are no JSON, or hardly. */
export function brokenBody(
  text: string,
  random: SeededRandom,
): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  switch (random.between(0, 5)) {
    case 0:
      return bytes.slice(0, random.between(0, bytes.length));
    case 1:
      return new TextEncoder().encode(`${text}${text}`);
    case 2:
      return new Uint8Array([0xff, 0xfe, ...bytes]);
    case 3:
      return new TextEncoder().encode("[".repeat(random.between(1, 20_000)));
    case 4:
      return new TextEncoder().encode(
        `{"a":1,"a":${text === "" ? 1 : text},"__proto__":{"x":1}}`,
      );
    default: {
      const edited = bytes.slice();
      for (let i = 0; i < 3 && edited.length > 0; i++) {
        edited[random.between(0, edited.length - 1)] = random.between(0, 255);
      }
      return edited;
    }
  }
}
