import assert from "node:assert/strict";
import { isId } from "../../../../src/kernel/ids.ts";
import { ruleWith } from "../arbitraries.ts";
import {
  alike,
  conditionsIn,
  FOOD,
  FUEL,
  idOf,
  numbered,
  RENT,
  STRANGERS,
  suggest,
} from "./labelled_records.ts";

const shell = { counterparty: "Shell", description: "forecourt" };
const forShell = { field: "counterparty", op: "equals", value: "Shell" };

Deno.test("a counterparty that people sort one way is offered, with all that speaks for it", () => {
  const records = numbered(
    alike(59, FUEL, shell),
    alike(1, FOOD, shell),
    alike(7, null, shell),
    STRANGERS,
  );
  const { suggestions: [only, ...others], ...read } = suggest(records);
  assert.deepEqual(others, []);
  assert.deepEqual(read, { sampled: 467, labelled: 60, lookedAt: 1 });
  assert(only && isId("sug", only.id));
  assert.equal(only.precisionAtLeast.toFixed(4), "0.9234");
  assert.deepEqual({ ...only, id: "", precisionAtLeast: 0 }, {
    id: "",
    rule: {
      name: "Fuel: Shell",
      enabled: true,
      when: forShell,
      then: { category_id: FUEL },
      continue: false,
    },
    categoryId: FUEL,
    support: 60,
    right: 59,
    precisionAtLeast: 0,
    counterExamples: [idOf(60)],
    coverage: 67,
    examples: [67, 66, 65, 64, 63].map(idOf),
    effect: {
      decides: 67,
      changes: 7,
      agreement: { right: 59, wrong: 1 },
      reviewsSaved: 67,
      examples: [67, 66, 65, 64, 63].map((number) => ({
        recordId: idOf(number),
        before: { category_id: null },
        after: { category_id: FUEL },
      })),
    },
  });
});

Deno.test("what too few records speak for is not offered, unless less is asked for", () => {
  const records = numbered(alike(28, FUEL, shell), STRANGERS);
  assert.deepEqual(suggest(records).suggestions, []);
  assert.deepEqual(
    conditionsIn(suggest(records, { precisionMin: 0.85 })),
    [forShell],
  );
});

Deno.test("a word that many counterparties share is offered as one rule", () => {
  const at = (counterparty: string) => ({
    counterparty,
    description: `${counterparty} DIESEL`,
  });
  const records = numbered(
    alike(20, FUEL, at("Tallow")),
    alike(20, FUEL, at("Reed")),
    alike(20, FUEL, at("Corner")),
    STRANGERS,
  );
  assert.deepEqual(conditionsIn(suggest(records)), [
    { field: "description", op: "contains", value: "diesel" },
  ]);
});

Deno.test("what is sorted by its context, direction or size is parted there", () => {
  const parted = (
    one: Parameters<typeof alike>[2],
    other: Parameters<typeof alike>[2],
  ) =>
    conditionsIn(suggest(numbered(
      alike(70, FUEL, { ...shell, ...one }),
      alike(60, FOOD, { ...shell, ...other }),
      STRANGERS,
      STRANGERS,
    )));
  const leaf = (field: string, op: string, value: unknown) => ({
    all: [forShell, { field, op, value }],
  });
  assert.deepEqual(
    parted({ attributes: { unit: "Fleet" } }, { attributes: { unit: "Café" } }),
    [
      leaf("attributes.unit", "equals", "Fleet"),
      leaf("attributes.unit", "equals", "Café"),
    ],
  );
  const amount = (minor: `${bigint}`) => ({
    amount: { minor, currency: "GBP" },
  });
  assert.deepEqual(parted(amount("-4000"), amount("4000")), [
    leaf("direction", "equals", "out"),
    leaf("direction", "equals", "in"),
  ]);
  const bound = { minor: 10_000, currency: "GBP" };
  assert.deepEqual(parted(amount("-12000"), amount("-10000")), [
    leaf("magnitude", "more_than", bound),
    leaf("magnitude", "at_most", bound),
  ]);
});

Deno.test("a condition of too many records says too little", () => {
  const few = numbered(alike(60, FUEL, shell), STRANGERS.slice(0, 239));
  assert.deepEqual(suggest(few).suggestions, []);
  const enough = numbered(alike(60, FUEL, shell), STRANGERS.slice(0, 240));
  assert.equal(suggest(enough).suggestions.length, 1);
});

Deno.test("what the rules in force decide is learned from and not offered again", () => {
  const records = numbered(
    alike(60, FUEL, shell),
    alike(60, FOOD, { counterparty: "Baker", description: "loaf" }),
    STRANGERS,
    STRANGERS,
  );
  const ruled = ruleWith({
    when: { field: "counterparty", op: "equals", value: "shell" },
    then: { category_id: FUEL },
  });
  const offered = (rule: typeof ruled) =>
    suggest(records, { inForce: [rule] }).suggestions
      .map((one) => [one.rule.name, one.coverage]);
  assert.deepEqual(offered(ruled), [["Food: Baker", 60]]);
  assert.deepEqual(offered({ ...ruled, then: { review: true } }), [
    ["Food: Baker", 60],
  ]);
  // One that goes on and sets no category leaves the record to a later rule.
  const going = { ...ruled, then: { counterparty: "S" }, continue: true };
  assert.equal(offered(going).length, 2);
  assert.equal(offered({ ...ruled, enabled: false }).length, 2);
});

Deno.test("those that would save most reviews come first", () => {
  const auto = { outcome: "auto", source: "similarity" } as const;
  const baker = { counterparty: "Baker", description: "loaf" };
  const records = numbered(
    alike(60, FUEL, { ...shell, ...auto }),
    alike(20, null, { ...shell, ...auto }),
    alike(60, FOOD, baker),
    alike(60, RENT, { counterparty: "Landlord", description: "quarter" }),
    alike(3, null, { counterparty: "Landlord", description: "quarter" }),
    STRANGERS,
    STRANGERS,
  );
  assert.deepEqual(
    suggest(records).suggestions
      .map(({ rule, effect }) => [rule.name, effect.reviewsSaved]),
    [["Rent: Landlord", 63], ["Food: Baker", 60], ["Fuel: Shell", 0]],
  );
});

Deno.test("a category that is not open is not offered, and counts against others", () => {
  const records = numbered(alike(60, "cat_old", shell), STRANGERS);
  assert.deepEqual(suggest(records).suggestions, []);
});
