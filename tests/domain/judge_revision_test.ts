import assert from "node:assert/strict";
import fc from "fast-check";
import { plusMs } from "../../src/kernel/instant.ts";
import type { Minor } from "../../src/kernel/money.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { counterpartyAlike } from "../../src/records/revision/counterparty_alike.ts";
import {
  DAYS_APART_MAX,
  judgeRevision,
} from "../../src/records/revision/judge_revision.ts";
import { revisedRecord } from "../../src/records/revision/revised_record.ts";
import { sampleRecord } from "../support/samples.ts";

const DAY_MS = 86_400_000;
const word = fc.constantFrom("Bramble", "COFFEE", "łódź", "0423", "GmbH", "Ü");
const name = fc.option(
  fc.oneof(
    fc.array(word, { maxLength: 5 }).map((words) => words.join(" ")),
    fc.string({ unit: "grapheme" }),
  ),
);
const amount = fc.option(fc.record({
  minor: fc.bigInt({ min: -5n, max: 5n }).map(String) as fc.Arbitrary<Minor>,
  currency: fc.constantFrom("GBP", "EUR"),
}));
const content = fc.record({
  occurredAt: fc.option(
    fc.integer({ min: -20, max: 20 })
      .map((days) => plusMs("2026-03-02T00:00:00.000Z", days * DAY_MS)),
  ),
  description: fc.string(),
  counterparty: name,
  amount,
  attributes: fc.dictionary(
    fc.constantFrom("unit", "till", "__proto__", "toString"),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  ),
});
const FIELDS = [
  "occurredAt",
  "description",
  "counterparty",
  "amount",
  "attributes.unit",
] as const;

const version = (given: Partial<CompanyRecord> = {}) => ({
  ...sampleRecord(),
  fingerprint: "later",
  ...given,
});

Deno.test("counterpartyAlike() goes both ways, and never depends on digits and spaces", () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.equal(counterpartyAlike(a, b), counterpartyAlike(b, a));
      assert(counterpartyAlike(a, a));
      assert(counterpartyAlike(a, a && `  ${a} 0423  `));
    }),
    { numRuns: 500 },
  );
});

Deno.test("counterpartyAlike() knows names that banks shorten and lengthen from other names", () => {
  for (
    const [a, b] of [
      ["Bramble Coffee", "BRAMBLE COFFEE LEEDS 0423"],
      ["SQ *BRAMBLE COFFEE", "Bramble Coffee Leeds GB"],
      ["AMAZON", "Amazon.com*2K4RT88 LU"],
      ["Star Bucks", "STARBUCKS 4411"],
      ["Deutsche Bahn", "DEUT BAHN BERLIN"],
      ["Café Łódź", "CAFE ŁODZ"],
      [null, "Anything"],
      ["4411", "Anything"],
    ] as const
  ) assert(counterpartyAlike(a, b), `${a} is ${b}`);
  for (
    const [a, b] of [
      ["Bramble Coffee", "Tallow & Reed"],
      ["City Hotel", "City Cafe"],
      ["Amazon Prime", "Amazon Marketplace"],
      ["Al", "Albert"],
    ] as const
  ) assert(!counterpartyAlike(a, b), `${a} is not ${b}`);
});

Deno.test("judgeRevision() finds the same only where the fingerprint is, and what agrees in itself", () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const record = sampleRecord({ ...one, fingerprint: "a" });
      const same = judgeRevision(record, { ...other, fingerprint: "a" });
      assert.equal(same.kind, "same");
      const itself = judgeRevision(record, { ...one, fingerprint: "b" });
      assert.equal(itself.kind, "revises");
      const judged = judgeRevision(record, { ...other, fingerprint: "b" });
      const back = judgeRevision(
        sampleRecord({ ...other, fingerprint: "a" }),
        { ...one, fingerprint: "b" },
      );
      assert.equal(judged.kind, back.kind);
      const isOther = one.amount?.minor !== other.amount?.minor ||
        one.amount?.currency !== other.amount?.currency;
      if (isOther) assert.equal(judged.kind, "differs");
    }),
    { numRuns: 500 },
  );
});

Deno.test("judgeRevision() names each identity field that does not agree, and quotes nothing", () => {
  const record = sampleRecord({
    occurredAt: "2026-03-02T15:00:00.000Z",
    counterparty: "Bramble Coffee",
    amount: { minor: "-350", currency: "GBP" },
  });
  const fieldsOf = (given: Partial<CompanyRecord>, before = record) => {
    const judged = judgeRevision(before, {
      ...before,
      fingerprint: "b",
      ...given,
    });
    return judged.kind === "differs"
      ? judged.differences.map(({ field, detail }) => `${field} ${detail}`)
      : judged.kind;
  };
  const after = (days: number, ms = 0) => ({
    occurredAt: plusMs(record.occurredAt!, days * DAY_MS + ms),
  });
  assert.equal(fieldsOf(after(DAYS_APART_MAX)), "revises");
  assert.equal(fieldsOf(after(-DAYS_APART_MAX)), "revises");
  assert.deepEqual(fieldsOf(after(DAYS_APART_MAX, 1)), [
    "occurred_at is more than 6 days apart",
  ]);
  assert.equal(fieldsOf({ occurredAt: null }), "revises");
  const gbp = (minor: Minor) => ({ amount: { minor, currency: "GBP" } });
  assert.deepEqual(fieldsOf(gbp("-351")), ["amount is another one"]);
  assert.deepEqual(fieldsOf(gbp("350")), ["amount goes the other way"]);
  assert.deepEqual(fieldsOf({ amount: null }), ["amount is not told any more"]);
  assert.deepEqual(
    fieldsOf({ amount: { minor: "-350", currency: "EUR" } }),
    ["currency is another one"],
  );
  assert.deepEqual(
    fieldsOf({ ...gbp("-85"), counterparty: "Wages", ...after(9) }),
    [
      "amount is another one",
      "occurred_at is more than 6 days apart",
      "counterparty is another name",
    ],
  );
  const settled = {
    ...record,
    settledByPerson: ["occurredAt", "counterparty", "amount"],
  } as CompanyRecord;
  assert.deepEqual(
    fieldsOf({ ...gbp("-85"), counterparty: "Wages", ...after(9) }, settled),
    ["amount is another one"],
  );
});

Deno.test("revisedRecord() overwrites nothing that a person settled, follows in all else, and keeps the decision", () => {
  fc.assert(
    fc.property(
      content,
      content,
      fc.subarray([...FIELDS]),
      (one, other, settledByPerson) => {
        const record = sampleRecord({ ...one, settledByPerson });
        const next = revisedRecord(record, version(other));
        const isSettled = (field: typeof FIELDS[number]) =>
          settledByPerson.includes(field);
        for (const field of FIELDS) {
          if (field === "attributes.unit") continue;
          const from = isSettled(field) ? record : other;
          assert.deepEqual(next[field], from[field], field);
        }
        const { unit, ...others } = next.attributes;
        const { unit: sent, ...sentOthers } = other.attributes;
        const hadUnit = Object.hasOwn(one.attributes, "unit");
        assert.deepEqual(others, sentOthers);
        assert.equal(
          unit,
          isSettled("attributes.unit") && hadUnit
            ? one.attributes["unit"]
            : sent,
        );
        const { externalId, fingerprint, status, ...decision } = next;
        assert.deepEqual([status, decision.categoryId, decision.version], [
          record.status,
          record.categoryId,
          record.version,
        ]);
        assert.equal(fingerprint, "later");
        assert(externalId);
        assert.deepEqual(
          revisedRecord(next, { ...version(other), externalId }),
          next,
        );
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("revisedRecord() leaves what rules set, and the trace learns what stands below it now", () => {
  const tried = {
    kind: "rules_tried",
    at: "2026-03-02T00:00:00.000Z",
    ruleset_version: 1,
    considered: 1,
    matched: null,
    hits: [],
    sets: { counterparty: "Bramble Ltd", attributes: { unit: "Yard" } },
    replaced: { counterparty: "BRAMBLE", attributes: { unit: null } },
  } as const;
  const trace = {
    schema: 1,
    limits: { similarity_threshold: null, model: null },
    steps: [tried],
    conclusion: {
      kind: "needs_review",
      suggestion: null,
      because: "nothing_alike",
      confidence: 0,
      threshold: 0,
    },
  } as const;
  const record = sampleRecord({
    status: "processed",
    counterparty: "Bramble Ltd",
    attributes: { unit: "Yard" },
    trace,
  });
  const next = revisedRecord(
    record,
    version({ counterparty: "BRAMBLE LEEDS", attributes: { till: 4 } }),
  );
  assert.equal(next.counterparty, "Bramble Ltd");
  assert.deepEqual(next.attributes, { till: 4, unit: "Yard" });
  assert.deepEqual(next.trace!.steps, [{
    ...tried,
    replaced: { counterparty: "BRAMBLE LEEDS", attributes: { unit: null } },
  }]);
  // Another name is judged against what the source said, not against the rule's.
  const judged = judgeRevision(
    record,
    version({
      ...record,
      fingerprint: "b",
      counterparty: "BRAMBLE LEEDS",
    }),
  );
  assert.equal(judged.kind, "revises");
});
