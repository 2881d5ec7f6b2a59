import assert from "node:assert/strict";
import { counterpartyIn } from "../../src/records/counterparty.ts";

Deno.test("counterpartyIn() gets through descriptions made to hold it up", () => {
  const hostile: readonly (readonly [string, string | null])[] = [
    ["#".repeat(1_000), null],
    ["*".repeat(1_000), null],
    [`Quill ${"#".repeat(994)}`, `Quill ${"#".repeat(994)}`],
    [`Quill ${"*#".repeat(496)}7`, "Quill"],
    [`a${"\u0308\u0301".repeat(499)}`, null],
    ["ref ".repeat(250), "ref ".repeat(250).trim()],
  ];
  for (let i = 0; i < 5_000; i++) {
    const [description, name] = hostile[i % hostile.length]!;
    assert.equal(counterpartyIn(description), name);
  }
});
