import assert from "node:assert/strict";
import { isNovel } from "../../src/processing/novelty.ts";
import type { Neighbour } from "../../src/processing/trace.ts";

function neighbour(match: string, similarity = 1): Neighbour {
  return {
    record_id: "rec_1",
    category_id: "cat_fuel",
    similarity,
    count: 1,
    match,
  };
}

Deno.test("a record is novel while nothing approved is of its supplier", () => {
  const table: readonly (readonly [readonly Neighbour[], boolean])[] = [
    [[], true],
    [[neighbour("head+size+context")], true],
    [[neighbour("context")], true],
    [[neighbour("context"), neighbour("head+size+context")], true],
    [[neighbour("similar", 0.6499)], true],
    [[neighbour("similar", 0.65)], false],
    [[neighbour("text+context")], false],
    [[neighbour("words+size+context")], false],
    [[neighbour("words+context")], false],
    [[neighbour("text")], false],
    [[neighbour("counterparty+context")], false],
    [[neighbour("counterparty+amount")], false],
    [[neighbour("head+size+context"), neighbour("similar", 0.9)], false],
    [[neighbour("similar", 0.3), neighbour("text")], false],
  ];
  for (const [neighbours, novel] of table) {
    assert.equal(isNovel(neighbours, 0.65), novel, JSON.stringify(neighbours));
  }
});

Deno.test("where no similarity is given everything is novel", () => {
  assert.equal(isNovel([neighbour("text+context")]), true);
});
