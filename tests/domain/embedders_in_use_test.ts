import assert from "node:assert/strict";
import {
  embeddersOf,
  firstInUse,
  switched,
  switchTo,
} from "../../src/processing/embedders_in_use.ts";

const BEGAN = "2026-03-01T10:00:00.000Z";
const ALMOST = "2026-03-01T10:59:59.999Z";
const LATER = "2026-03-01T11:00:00.000Z";

Deno.test("a switch begins where the configured embedder neither serves nor comes, an hour after the last change", () => {
  const first = firstInUse("a", BEGAN);
  assert.equal(switchTo("a", null, LATER), null);
  assert.equal(switchTo("a", first, LATER), null);
  assert.equal(switchTo("b", first, ALMOST), null);
  const coming = switchTo("b", first, LATER);
  assert.deepEqual(coming, { serving: "a", coming: "b", changedAt: LATER });
  assert.equal(switchTo("b", coming, "2026-03-02T10:00:00.000Z"), null);
  assert.deepEqual(switchTo("c", coming, "2026-03-02T10:00:00.000Z"), {
    serving: "a",
    coming: "c",
    changedAt: "2026-03-02T10:00:00.000Z",
  });
});

Deno.test("the vectors of the one that serves and the one that comes are kept", () => {
  const first = firstInUse("a", BEGAN);
  assert.deepEqual(embeddersOf(first), ["a"]);
  const coming = { ...first, coming: "b" };
  assert.deepEqual(embeddersOf(coming), ["a", "b"]);
  assert.deepEqual(switched(coming, LATER), firstInUse("b", LATER));
});
