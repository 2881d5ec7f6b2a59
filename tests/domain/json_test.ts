import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { canonicalJson, type Json } from "../../src/kernel/json.ts";

const json = fc.jsonValue() as fc.Arbitrary<Json>;

/** The same value with the members of every object in the opposite order. */
function turned(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value).toReversed().map(([k, v]) => [k, turned(v)]),
  );
}

Deno.test("canonicalJson() is the same text whatever the order of members", () => {
  fc.assert(fc.property(json, (value) => {
    assert.equal(canonicalJson(turned(value)), canonicalJson(value));
  }));
});

Deno.test("canonicalJson() is JSON of the same value", () => {
  fc.assert(fc.property(json, (value) => {
    const parsed = JSON.parse(canonicalJson(value));
    assert.equal(canonicalJson(parsed), canonicalJson(value));
    assert.deepEqual(parsed, JSON.parse(JSON.stringify(value)));
  }));
});

Deno.test("canonicalJson() tells different values apart", () => {
  fc.assert(fc.property(json, json, (a, b) => {
    const same = isDeepStrictEqual(
      JSON.parse(JSON.stringify(a)),
      JSON.parse(JSON.stringify(b)),
    );
    assert.equal(canonicalJson(a) === canonicalJson(b), same);
  }));
});

Deno.test("canonicalJson() sorts keys and leaves no space", () => {
  assert.equal(
    canonicalJson({ b: [1, { d: null, c: 'é "\n' }], a: -0.5, "": true }),
    '{"":true,"a":-0.5,"b":[1,{"c":"é \\"\\n","d":null}]}',
  );
});
