import assert from "node:assert/strict";
import fc from "fast-check";
import { compileCondition } from "../../../../src/rules/matcher/compile_condition.ts";
import { conditionSchema } from "../../../../src/rules/conditions/condition_schema.ts";
import { viewRecord } from "../../../../src/rules/matcher/record_view.ts";
import { suggestionId } from "../../../../src/rules/suggestions/mined_rule.ts";
import {
  alike,
  conditionsIn,
  FOOD,
  FUEL,
  numbered,
  STRANGERS,
  suggest,
} from "../../../domain/rules/suggestions/labelled_records.ts";

const tallow = { counterparty: "Tallow & Reed", description: "tallow paper" };
const records = numbered(alike(60, FUEL, tallow), STRANGERS);

Deno.test("the id is that of the condition and the category, however it is spelt", () => {
  const id = (value: string, category = FUEL) =>
    suggestionId([{ field: "counterparty", op: "equals", value }], category);
  assert.equal(id("Café  ZOË"), "sug_197nyfeqb050f6pjv8zecenbb1");
  assert.equal(id("cafe zoe"), id("Café  ZOË"));
  assert.notEqual(id("cafe"), id("cafe zoe"));
  assert.notEqual(id("cafe", FOOD), id("cafe", FUEL));
  const [found] = suggest(records).suggestions;
  assert.equal(found?.id, id("TALLOW & REED"));
});

Deno.test("a dismissed one stays away, and so does what says the same of the same records", () => {
  const other = { ...tallow, counterparty: null };
  const more = numbered(
    alike(60, FUEL, tallow),
    alike(2, FUEL, other),
    STRANGERS,
  );
  const [offered] = suggest(more).suggestions;
  assert.deepEqual(offered?.rule.when, {
    field: "description",
    op: "contains",
    value: "tallow paper",
  });
  const dismissed = new Set([offered.id]);
  assert.deepEqual(suggest(more, { dismissed }).suggestions, []);
});

const shops = fc.constantFrom(
  "Shell",
  "shell",
  "Esso",
  "Baker & Sons",
  "ﬁne shop",
);
const sold = fc.constantFrom(
  "fuel 12",
  "FUEL-CARD",
  "Loaf",
  "loaf, fuel",
  "unleaded",
);
const some = fc.array(
  fc.record({
    counterparty: fc.option(shops),
    description: sold,
    attributes: fc.record({ unit: fc.constantFrom("A", "a", "B", 7, true) }, {
      noNullPrototype: true,
    }),
    amount: fc.option(fc.record({
      minor: fc.constantFrom("-500", "1000", "-20000"),
      currency: fc.constantFrom("GBP", "JPY"),
    })),
    label: fc.constantFrom(FUEL, FUEL, FUEL, FOOD, null),
  }, { noNullPrototype: true }),
  { minLength: 100, maxLength: 250 },
).map((rows) =>
  numbered(
    rows.flatMap(({ label, ...parts }) =>
      alike(1, label, parts as Parameters<typeof alike>[2])
    ),
    STRANGERS,
    STRANGERS,
  )
);

Deno.test("what is told of a suggestion is what its condition matches", () => {
  let offered = 0;
  fc.assert(
    fc.property(some, (records) => {
      for (const one of suggest(records, { precisionMin: 0.5 }).suggestions) {
        offered++;
        const { when } = one.rule;
        assert.deepEqual(conditionSchema.parse(when), when);
        const meets = compileCondition(when);
        const met = records.filter((record) => meets(viewRecord(record)));
        const labels = met.flatMap(({ categoryId }) => categoryId ?? []);
        assert.equal(one.coverage, met.length);
        assert.equal(one.support, labels.length);
        assert.equal(
          one.right,
          labels.filter((label) => label === one.categoryId).length,
        );
      }
    }),
    { numRuns: 25 },
  );
  assert(offered > 25, `${offered} offered`);
});

Deno.test("the order of the records does not matter", () => {
  fc.assert(
    fc.property(some, (records) => {
      const settings = { precisionMin: 0.5 };
      assert.deepEqual(
        suggest(records.toReversed(), settings),
        suggest(records, settings),
      );
    }),
    { numRuns: 15 },
  );
});

Deno.test("no chance finding among many conditions is offered", () => {
  // Every counterparty is right nine times of ten: hundreds are looked at, and some look better by chance.
  let state = 1;
  const chance = () => (state = state * 48_271 % 2_147_483_647) / 2_147_483_647;
  const lucky = Array.from(
    { length: 300 },
    (_, i) =>
      Array.from({ length: 100 }, () =>
        alike(1, chance() < 0.9 ? FUEL : FOOD, {
          counterparty: `shop ${i}`,
          description: "1",
        })),
  );
  const found = suggest(numbered(...lucky.flat()));
  assert.equal(found.lookedAt, 300);
  assert.deepEqual(conditionsIn(found), []);
});
