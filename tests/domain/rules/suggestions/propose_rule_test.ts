import assert from "node:assert/strict";
import fc from "fast-check";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import { compileCondition } from "../../../../src/rules/matcher/compile_condition.ts";
import { viewRecord } from "../../../../src/rules/matcher/record_view.ts";
import { ruleSchema } from "../../../../src/rules/rule_schema.ts";
import { miningSample } from "../../../../src/rules/suggestions/mining_sample.ts";
import { proposeRule } from "../../../../src/rules/suggestions/propose_rule.ts";
import { record as anyRecord, recordWith } from "../arbitraries.ts";
import { alike, FOOD, FUEL, numbered, STRANGERS } from "./labelled_records.ts";

type Groups = readonly (readonly Partial<CompanyRecord>[])[];

const propose = (parts: Partial<CompanyRecord>, ...groups: Groups) =>
  proposeRule(
    recordWith(parts),
    { id: FUEL, name: "Fuel" },
    miningSample(numbered(...groups, STRANGERS), ["unit"]),
  );
const when = (parts: Partial<CompanyRecord>, ...groups: Groups) =>
  propose(parts, ...groups)?.when;

const shell = {
  counterparty: "Shell",
  description: "SHELL 0412 PETROL",
  attributes: { unit: "Fleet" },
};
const forShell = { field: "counterparty", op: "equals", value: "Shell" };
const forPetrol = { field: "description", op: "contains", value: "petrol" };

Deno.test("with nothing to go by it is the counterparty", () => {
  assert.deepEqual(propose(shell), {
    name: "Fuel: Shell",
    enabled: true,
    when: forShell,
    then: { category_id: FUEL },
    continue: false,
  });
});

Deno.test("without a counterparty it is the longest words, and else the description", () => {
  assert.deepEqual(when({ description: "Tallow & Reed, Oxmere 12" }), {
    field: "description",
    op: "contains",
    value: "reed, oxmere",
  });
  assert.deepEqual(when({ description: "320584/1" }), {
    field: "description",
    op: "equals",
    value: "320584/1",
  });
  assert.equal(propose({ description: " " }), null);
});

Deno.test("a word that more records speak for goes before the counterparty", () => {
  const others = alike(6, FUEL, { description: "Esso petrol" });
  assert.deepEqual(when(shell, others), forPetrol);
});

Deno.test("where people sort the counterparty by context, the context is in it", () => {
  const elsewhere = { ...shell, attributes: { unit: "Canteen" } };
  const within = {
    all: [forShell, { field: "attributes.unit", op: "equals", value: "Fleet" }],
  };
  const food = alike(4, FOOD, elsewhere);
  assert.deepEqual(when(shell, alike(5, FUEL, shell), food), within);
  // No other record speaks for it, but there are some that speak against the counterparty alone.
  assert.deepEqual(when(shell, food), within);
});

Deno.test("one that speaks against many is outweighed, not obeyed", () => {
  assert.deepEqual(
    when(shell, alike(40, FUEL, shell), alike(1, FOOD, shell)),
    forShell,
  );
});

Deno.test("what much of the sample says tells little, unless it is surely right", () => {
  const card = { counterparty: null, description: "petrol" };
  const given = (labelled: number, others: number) =>
    when(
      shell,
      alike(3, FUEL, shell),
      alike(labelled, FUEL, card),
      alike(others, null, card),
    );
  assert.deepEqual(given(5, 90), forPetrol);
  assert.deepEqual(given(5, 110), forShell);
  assert.deepEqual(given(115, 0), forPetrol);
});

Deno.test("nothing is proposed against what people clearly decided", () => {
  const plain = { ...shell, attributes: {} };
  assert.deepEqual(when(plain, alike(2, FOOD, plain)), forShell);
  assert.equal(propose(plain, alike(3, FOOD, plain)), null);
  // Two that speak for it are not yet proof, but three against them are none either.
  const both = [alike(2, FUEL, plain), alike(4, FOOD, plain)];
  assert.deepEqual(when(plain, ...both), forShell);
});

Deno.test("a proposal is a rule that may be written, and the record meets it", () => {
  let proposed = 0;
  fc.assert(
    fc.property(anyRecord, fc.array(anyRecord), (record, others) => {
      const sample = miningSample([...others, record], [
        "unit",
        "size",
        "paid",
      ]);
      const category = {
        id: "cat_01h455vb4pex5vsknk084sn02q",
        name: "x".repeat(200),
      } as const;
      const rule = proposeRule(record, category, sample);
      if (rule === null) return;
      proposed++;
      assert.deepEqual(ruleSchema.parse(rule), rule);
      assert(compileCondition(rule.when)(viewRecord(record)));
    }),
  );
  assert(proposed > 50, `${proposed} proposed`);
});
