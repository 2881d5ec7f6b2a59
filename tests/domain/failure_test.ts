import assert from "node:assert/strict";
import { failures } from "../../src/kernel/failure.ts";

const table = failures("door", {
  locked: { category: "forbidden", title: "The door is locked" },
  gone: { category: "missing", title: "There is no door" },
});

Deno.test("failures() makes one constructor for each row, its kind `module.slug`", () => {
  assert.deepEqual(Object.keys(table), ["locked", "gone"]);
  assert.deepEqual(table.gone(), {
    kind: "door.gone",
    category: "missing",
    title: "There is no door",
    facts: {},
    flaws: [],
  });
});

Deno.test("failures() carries the facts and the flaws it is given", () => {
  const flaws = [{ pointer: "/key", detail: "does not fit" }];
  assert.deepEqual(table.locked({ tries: 3 }, flaws), {
    kind: "door.locked",
    category: "forbidden",
    title: "The door is locked",
    facts: { tries: 3 },
    flaws,
  });
});
