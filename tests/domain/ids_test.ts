import assert from "node:assert/strict";
import fc from "fast-check";
import { bornMs, contentId, isId, uuidV7Id } from "../../src/kernel/ids.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import { countingIds } from "../support/counting_ids.ts";

const unixMs = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The 128 bits of a TypeID suffix. */
function bitsOf(id: string): bigint {
  return [...id.slice(id.indexOf("_") + 1)]
    .reduce((bits, digit) => bits * 32n + BigInt(ALPHABET.indexOf(digit)), 0n);
}

Deno.test("uuidV7Id() is a TypeID of a UUID version 7 that holds time and chance", () => {
  fc.assert(fc.property(unixMs, random, (ms, bytes) => {
    const id = uuidV7Id("rec", ms, bytes);
    assert.match(id, /^rec_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
    const uuid = bitsOf(id).toString(16).padStart(32, "0");
    assert.equal(Number.parseInt(uuid.slice(0, 12), 16), ms);
    assert.equal(uuid[12], "7");
    assert.match(uuid[16]!, /[89ab]/);
    const given = Array.from(bytes, (b) => b.toString(16).padStart(2, "0"));
    assert.equal(uuid.slice(13, 16), given.join("").slice(1, 4));
    assert.equal(uuid.slice(18), given.slice(3).join(""));
  }));
});

Deno.test("uuidV7Id() writes the bits that the TypeID specification shows", () => {
  // UUID 01890a5d-ac96-774b-bcce-b302099a8057
  const bytes = [0x07, 0x4b, 0x3c, 0xce, 0xb3, 0x02, 0x09, 0x9a, 0x80, 0x57];
  assert.equal(
    uuidV7Id("rec", 0x01890a5dac96, new Uint8Array(bytes)),
    "rec_01h455vb4pex5vsknk084sn02q",
  );
});

Deno.test("uuidV7Id() sorts by time whatever chance adds", () => {
  fc.assert(fc.property(unixMs, unixMs, random, random, (a, b, x, y) => {
    fc.pre(a !== b);
    const [one, two] = [uuidV7Id("rec", a, x), uuidV7Id("rec", b, y)];
    assert.equal(one < two, a < b);
  }));
});

Deno.test("isId() knows its own kind and nothing else", () => {
  fc.assert(fc.property(unixMs, random, (ms, bytes) => {
    const id = uuidV7Id("rec", ms, bytes);
    assert(isId("rec", id));
    assert(!isId("cat", id));
    assert(!isId("re", id));
    assert(!isId("rec", id.toUpperCase()));
    assert(!isId("rec", `${id}0`));
    assert(!isId("rec", id.slice(0, -1)));
    assert(!isId("rec", ` ${id}`));
    assert(!isId("rec", `${id}\n`));
  }));
  assert(!isId("rec", `rec_8${"0".repeat(25)}`));
  for (const letter of "ilou-") {
    assert(!isId("rec", `rec_0${letter.repeat(25)}`));
  }
});

Deno.test("randomIds() counts up within a millisecond, past the counter's end, and when the clock steps back", () => {
  let ms = 1_700_000_000_000;
  const ids = randomIds(() => ms);
  const made = Array.from({ length: 10_000 }, () => ids.next("rec"));
  ms -= 60_000;
  made.push(ids.next("rec"), ids.next("rec"));
  ms += 120_000;
  made.push(ids.next("rec"));
  assert(made.every((id) => isId("rec", id)));
  assert.deepEqual(made, made.toSorted());
  assert.equal(new Set(made).size, made.length);
  assert.equal(Number(bitsOf(made.at(-1)!) >> 80n), ms);
});

Deno.test("randomIds() gives 32 bytes that differ each time", () => {
  const ids = randomIds();
  const [one, two] = [ids.secretBytes(), ids.secretBytes()];
  assert.equal(one.length, 32);
  assert.notDeepEqual(one, two);
});

Deno.test("bornMs() tells when an id was made, and nothing of other texts", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 2 ** 48 - 1 }),
      fc.uint8Array({ minLength: 10 }),
      (ms, random) => {
        assert.equal(bornMs(uuidV7Id("rule", ms, random)), ms);
      },
    ),
  );
  assert.equal(bornMs("rule_draft"), null);
});

Deno.test("countingIds() gives the same well-formed, rising ids in every run", () => {
  const [one, two] = [countingIds(), countingIds()];
  const made = Array.from({ length: 50 }, () => one.next("apr"));
  assert.deepEqual(made, Array.from({ length: 50 }, () => two.next("apr")));
  assert.deepEqual(made, made.toSorted());
  assert(made.every((id) => isId("apr", id)));
});

Deno.test("contentId() writes the first 128 bits of a hash, the same each time", () => {
  const uuid = "01890a5dac96774bbcceb302099a8057";
  const id = contentId("sug", uuid + "f".repeat(32));
  assert.equal(id, "sug_01h455vb4pex5vsknk084sn02q");
  const highest = contentId("sug", "f".repeat(64));
  assert(isId("sug", highest));
  assert.equal(bitsOf(highest), 2n ** 128n - 1n);
});
