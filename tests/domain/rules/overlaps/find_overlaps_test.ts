import assert from "node:assert/strict";
import { type RuleId, uuidV7Id } from "../../../../src/kernel/ids.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type { Leaf } from "../../../../src/rules/conditions/condition.ts";
import {
  findOverlaps,
  type Overlaps,
} from "../../../../src/rules/overlaps/find_overlaps.ts";
import type { Rule, RuleStatistics } from "../../../../src/rules/rule.ts";
import { recordWith, ruleWith } from "../arbitraries.ts";

const NOW = "2026-06-01T00:00:00.000Z";
const OLD = ruleBorn("2026-03-02");
const YOUNG = ruleBorn("2026-03-04");

function ruleBorn(day: string) {
  return uuidV7Id("rule", Date.parse(day), new Uint8Array(10));
}

const has = (value: string): Leaf => ({
  field: "description",
  op: "contains",
  value,
});
const below = (minor: number): Leaf => ({
  field: "amount",
  op: "less_than",
  value: { minor, currency: "GBP" },
});
const filled = { not: { field: "description", op: "is_empty" } } as const;
const files = (category_id: `cat_${string}`) => ({ category_id });

/** Rules by place: their ids are `rule_0`, `rule_1` … and their names `r0`, `r1` … */
function find(
  parts: readonly Partial<Rule>[],
  records: readonly CompanyRecord[] = [],
  { statistics = [], limit = 200 }: {
    readonly statistics?: readonly RuleStatistics[];
    readonly limit?: number;
  } = {},
): Overlaps {
  const rules = parts.map((part, index) =>
    ruleWith({ id: `rule_${index}`, name: `r${index}`, ...part })
  );
  const set = { version: 1, rules };
  return findOverlaps({ set, statistics, records }, {
    now: NOW,
    days: 90,
    limit,
  });
}

/** Kind, proof and rules of each finding. */
function brief({ findings }: Overlaps) {
  return findings.map(({ kind, proof, ruleIds }) =>
    `${kind} ${proof} ${ruleIds.join(" ").replaceAll("rule_", "")}`
  );
}

function records(
  count: number,
  description: string,
  parts: Partial<CompanyRecord> = {},
) {
  return Array.from(
    { length: count },
    (_, index) =>
      recordWith({ id: `rec_${description}_${index}`, description, ...parts }),
  );
}

Deno.test("rules that have nothing to do with each other are not found", () => {
  const found = find([
    { when: has("shell"), then: files("cat_fuel") },
    { when: has("tallow"), then: files("cat_office") },
    { when: { all: [has("shell"), below(0)] }, enabled: false },
  ]);
  assert.deepEqual(found, {
    findings: [],
    totals: {
      duplicate: 0,
      shadowed: 0,
      conflicting: 0,
      dead: 0,
      over_broad: 0,
    },
    complete: true,
    rules: 2,
    records: 0,
  });
});

Deno.test("conditions that mean the same are duplicates, told with a record that meets them", () => {
  const [duplicate] = find([
    { when: { all: [has("SHELL"), has("shell ")] }, continue: true },
    { when: has("shell"), then: { review: true } },
  ]).findings;
  assert.deepEqual(duplicate, {
    kind: "duplicate",
    proof: "proven",
    ruleIds: ["rule_1", "rule_0"],
    because: 'The conditions of "r1" and "r0" mean the same.',
    witness: {
      source: "constructed",
      record: {
        description: "shell",
        counterparty: "shell",
        connectionId: "con_00000000000000000000000000",
        amount: null,
        occurredAt: null,
        attributes: {},
      },
    },
  });
});

Deno.test("a rule behind one that matches all it matches and ends it is shadowed", () => {
  const found = find([
    { when: has("shell"), then: files("cat_fuel") },
    { when: { all: [has("shell uk"), below(0)] }, then: files("cat_fuel") },
  ]);
  assert.deepEqual(brief(found), ["shadowed proven 1 0"]);
  assert.equal(
    found.findings[0]!.because,
    '"r1" is never reached: "r0" stands before it, matches whatever it matches, and ends it.',
  );
});

Deno.test("rules that continue shadow what they have set, field by field", () => {
  const before: readonly Partial<Rule>[] = [
    { when: has("sh"), then: files("cat_fuel"), continue: true },
    {
      when: has("shell"),
      then: { attributes: { kind: "fuel", unit: "Fleet" } },
      continue: true,
    },
  ];
  const then = { ...files("cat_fuel"), attributes: { kind: "gas" } };
  assert.deepEqual(
    brief(find([...before, { when: has("shell uk"), then }])),
    ["shadowed proven 2 0 1"],
  );
  assert.deepEqual(
    brief(find([...before, {
      when: has("shell uk"),
      then: { ...then, review: true },
    }])),
    [],
  );
});

Deno.test("a wider rule behind a narrower one is not shadowed, nor one behind a rule that continues and sets other fields", () => {
  assert.deepEqual(
    brief(find([
      { when: has("shell uk"), then: { review: true } },
      { when: has("shell"), then: { review: true } },
      { when: has("bp"), then: { counterparty: "BP" }, continue: true },
      { when: has("bp uk"), then: { review: true } },
    ])),
    [],
  );
});

Deno.test("a rule that lost all of five sampled records is suspected, of four or with one won it is not", () => {
  const rules: readonly Partial<Rule>[] = [
    { when: has("uk"), then: { counterparty: "UK" } },
    { when: has("shell"), then: { review: true } },
  ];
  const found = find(rules, records(5, "shell uk"));
  assert.deepEqual(brief(found), ["shadowed suspected 1 0"]);
  assert.deepEqual(
    [found.findings[0]!.witness, found.findings[0]!.figures],
    [
      { source: "history", recordId: "rec_shell uk_0" },
      { matched: 5, won: 0 },
    ],
  );
  assert.deepEqual(brief(find(rules, records(4, "shell uk"))), []);
  const won = [...records(5, "shell uk"), ...records(1, "shell nl")];
  assert.deepEqual(brief(find(rules, won)), []);
});

Deno.test("other categories for one record conflict; a sampled record is the witness before a made one", () => {
  const rules: readonly Partial<Rule>[] = [
    { when: has("uk"), then: files("cat_uk"), continue: true },
    { when: has("shell"), then: files("cat_fuel") },
  ];
  assert.deepEqual(brief(find(rules)), [], "no text in common, no record");
  const [seen] = find(rules, records(3, "shell uk")).findings;
  assert.deepEqual(seen, {
    kind: "conflicting",
    proof: "proven",
    ruleIds: ["rule_1", "rule_0"],
    because:
      '"r1" and "r0" match one record and set different categories; of the two "r0" wins: it sets the category first, and no later rule changes it.',
    witness: { source: "history", recordId: "rec_shell uk_0" },
    figures: { records: 3, earlier_continues: true },
  });
});

Deno.test("rules that look for one text are tried on a record made for both", () => {
  const saturday: Leaf = { field: "date", op: "weekday_in", value: [6] };
  const found = find([
    { when: { all: [has("shell"), below(-10)] }, then: files("cat_a") },
    { when: { all: [has("shell"), saturday] }, then: files("cat_b") },
    { when: { all: [has("shell"), { not: saturday }] }, then: files("cat_b") },
  ]);
  assert.deepEqual(brief(found), [
    "conflicting proven 1 0",
    "conflicting proven 2 0",
  ]);
  const made = found.findings[0]!.witness;
  assert(made?.source === "constructed");
  assert.deepEqual(
    [made.record.description, made.record.amount, made.record.occurredAt],
    ["shell", { minor: "-11", currency: "GBP" }, "2026-01-03T00:00:00.000Z"],
  );
});

Deno.test("an enabled rule without a hit for 90 days is dead, unless it is younger", () => {
  const then = { review: true } as const;
  const hit = (ruleId: RuleStatistics["ruleId"], lastHitAt: string) => ({
    ruleId,
    hits: 3,
    lastHitAt: lastHitAt as RuleStatistics["lastHitAt"],
  });
  const dead = (
    id: RuleId,
    statistics: readonly RuleStatistics[] = [],
  ) => find([{ id, when: has("x"), then }], [], { statistics }).findings;
  assert.deepEqual(dead(OLD), [{
    kind: "dead",
    proof: "proven",
    ruleIds: [OLD],
    because: 'No record hit "r0" in the last 90 days.',
    witness: null,
    figures: { days: 90, hits: 0, last_hit_at: null, can_never_match: false },
  }]);
  assert.equal(dead(OLD, [hit(OLD, "2026-03-02T00:00:00.000Z")]).length, 1);
  assert.equal(dead(OLD, [hit(OLD, "2026-03-03T00:00:00.000Z")]).length, 0);
  assert.equal(dead(YOUNG).length, 0);
});

Deno.test("a rule that no record can meet is dead at any age, and nothing else is said of it", () => {
  const never = { all: [below(-5), { not: below(0) }] };
  const found = find([
    { when: never, then: files("cat_a") },
    { when: never, then: files("cat_b") },
  ]);
  assert.deepEqual(brief(found), ["dead proven 0", "dead proven 1"]);
  assert.equal(found.findings[0]!.figures!["can_never_match"], true);
});

Deno.test("a rule that matches more than a fifth of at least 50 records is over-broad", () => {
  const rules = [{ when: has("shell"), then: { review: true } as const }];
  const sample = (shells: number, others: number) =>
    brief(
      find(rules, [...records(shells, "shell"), ...records(others, "tallow")]),
    );
  assert.deepEqual(sample(11, 39), ["over_broad suspected 0"]);
  assert.deepEqual(sample(10, 40), []);
  assert.deepEqual(sample(11, 38), []);
});

Deno.test("a rule is over-broad where people gave other categories to what it would sort", () => {
  const decided = (count: number, categoryId: "cat_fuel" | "cat_food") =>
    records(count, "shell", {
      categoryId,
      settledByPerson: ["category_id"],
    });
  const rules = [{ when: has("shell"), then: files("cat_fuel") }];
  const found = find(rules, [
    ...decided(4, "cat_fuel"),
    ...decided(2, "cat_food"),
  ]);
  assert.deepEqual(found.findings[0], {
    kind: "over_broad",
    proof: "suspected",
    ruleIds: ["rule_0"],
    because:
      'People gave another category to 2 of the 6 records they decided that "r0" would sort.',
    witness: { source: "history", recordId: "rec_shell_0" },
    figures: { matched: 6, sampled: 6, judged: 6, disagreed: 2 },
  });
  const slip = [...decided(4, "cat_fuel"), ...decided(1, "cat_food")];
  assert.deepEqual(brief(find(rules, slip)), []);
  const few = [...decided(2, "cat_fuel"), ...decided(2, "cat_food")];
  assert.deepEqual(brief(find(rules, few)), []);
  const taken = [{ when: has("she"), then: files("cat_food") }, ...rules];
  assert.deepEqual(
    brief(find(taken, decided(6, "cat_food"))).filter((one) =>
      one.startsWith("over_broad")
    ),
    [],
    "what an earlier rule sorts says nothing against a later one",
  );
});

Deno.test("of each kind the first so many are listed, and all are counted", () => {
  const rules = Array.from({ length: 5 }, () => ({
    when: has("shell"),
    then: { review: true } as const,
  }));
  const found = find(rules, [], { limit: 2 });
  assert.deepEqual(brief(found), [
    "duplicate proven 1 0",
    "duplicate proven 2 0",
    "shadowed proven 1 0",
    "shadowed proven 2 0",
  ]);
  assert.deepEqual([found.totals.duplicate, found.totals.shadowed], [4, 4]);
});

Deno.test("a comparison that a limit ended is told", () => {
  const rules = Array.from({ length: 60 }, (_, index) => ({
    when: { any: [has("shell"), below(-index)] },
    then: { review: true } as const,
    continue: true,
  }));
  assert.equal(find(rules.slice(0, 40)).complete, true);
  assert.equal(
    find([...rules, { when: filled, then: { review: true } }])
      .complete,
    false,
  );
});
