import assert from "node:assert/strict";
import fc from "fast-check";
import type { RuleId } from "../../../src/kernel/ids.ts";
import { documentRuleSchema } from "../../../src/rules/files/document_schema.ts";
import { importRules } from "../../../src/rules/files/import_rules.ts";
import { movedRules } from "../../../src/rules/order/moved_rules.ts";
import { resolveDocument } from "../../../src/rules/files/resolve_document.ts";
import { documentOf } from "../../../src/rules/files/rule_document.ts";
import { sampleCategory } from "../../support/samples.ts";
import { ruleWith } from "./arbitraries.ts";

const fuel = sampleCategory({ name: "Fuel" });
const old = sampleCategory({
  name: "Old",
  archivedAt: "2026-01-01T00:00:00.000Z",
});
const set = {
  version: 7,
  rules: [
    ruleWith({ id: "rule_a", then: { category_id: fuel.id }, version: 3 }),
    ruleWith({ id: "rule_b", then: { category_id: old.id } }),
    ruleWith({
      id: "rule_c",
      when: {
        field: "magnitude",
        op: "between",
        value: {
          to: { currency: "GBP", minor: "9007199254740993" },
          from: { currency: "GBP", minor: 1 },
        },
      },
      then: { review: true, attributes: { z: "1", a: "2" } },
      origin: { kind: "import" },
    }),
  ],
};

Deno.test("a document read back is the very same set", () => {
  const { rules } = documentOf(set, [fuel, old]);
  const read = rules.map((rule) =>
    documentRuleSchema.parse(JSON.parse(JSON.stringify(rule)))
  );
  const resolved = resolveDocument(set, read, [fuel, old]);
  assert(resolved.ok);
  const made = importRules(set, resolved.value, []);
  assert.equal(made.set, set);
  assert.deepEqual(made.diff, {
    created: [],
    changed: [],
    removed: [],
    moved: [],
    unchanged: 3,
  });
});

Deno.test("a document is the same text however the members of its rules were stored", () => {
  const turned = JSON.parse(
    JSON.stringify(set),
    (_, value) =>
      typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
  );
  assert.equal(
    JSON.stringify(documentOf(turned, [fuel, old])),
    JSON.stringify(documentOf(set, [fuel, old])),
  );
  assert.deepEqual(
    documentOf(set, [fuel, old]).rules.map(({ then }) => then),
    [
      { category: "Fuel" },
      { category_id: old.id },
      { attributes: { a: "2", z: "1" }, review: true },
    ],
  );
});

Deno.test("a category is found by its name in any case; an archived one only where it was already", () => {
  const rule = ruleWith({ then: { review: true } });
  const named = resolveDocument(
    set,
    [{ ...rule, id: "x", then: { category: "fUEL" } }],
    [fuel, old],
  );
  assert(named.ok);
  assert.deepEqual(named.value[0]!.definition.then, { category_id: fuel.id });
  const closed = resolveDocument(set, [
    { ...rule, id: "rule_b", name: "anew", then: { category_id: old.id } },
    { ...rule, id: "rule_a", then: { category_id: old.id } },
    { ...rule, id: "rule_c", then: { category: "Old" } },
  ], [fuel, old]);
  assert(!closed.ok);
  assert.deepEqual(
    closed.failure.flaws.map(({ pointer }) => pointer),
    ["/rules/1/then/category_id", "/rules/2/then/category"],
  );
});

Deno.test("the moved are the fewest that make the new order", () => {
  const ids = Array.from({ length: 7 }, (_, i): RuleId => `rule_${i}`);
  assert.deepEqual(movedRules(ids, ids), []);
  assert.deepEqual(
    movedRules(ids, [...ids.slice(1), ids[0]!]),
    ["rule_0"],
  );
  const rising = (order: readonly RuleId[]) =>
    order.every((id, i) => i === 0 || order[i - 1]! < id);
  fc.assert(
    fc.property(fc.shuffledSubarray(ids), (order) => {
      const moved = new Set(movedRules(ids, order));
      assert(rising(order.filter((id) => !moved.has(id))));
      // No larger part of it is in order.
      const kept = order.length - moved.size;
      for (let bits = 0; bits < 2 ** order.length; bits++) {
        const part = order.filter((_, i) => bits >> i & 1);
        if (part.length > kept) assert(!rising(part));
      }
    }),
    { numRuns: 60 },
  );
});
