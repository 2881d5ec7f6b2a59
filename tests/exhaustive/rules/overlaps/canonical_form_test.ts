import assert from "node:assert/strict";
import fc from "fast-check";
import type { Condition } from "../../../../src/rules/conditions/condition.ts";
import { canonicalForm } from "../../../../src/rules/overlaps/canonical_form.ts";
import { isAlways, isNever } from "../../../../src/rules/overlaps/formula.ts";
import {
  meets,
  nearCondition,
  nearLeaf,
  nearRecords,
} from "../../../domain/rules/overlaps/near.ts";

const not = (condition: Condition): Condition => ({ not: condition });
const key = (condition: Condition) => canonicalForm(condition).key;

Deno.test("conditions of one form have one result on every record", () => {
  fc.assert(
    fc.property(nearLeaf, nearLeaf, nearRecords, (a, b, records) => {
      if (key(a) !== key(b)) return;
      for (const record of records) {
        assert.equal(meets(a, record), meets(b, record));
      }
    }),
    { numRuns: 250 },
  );
});

Deno.test("order, repetition, nesting and double negation do not change the form", () => {
  fc.assert(
    fc.property(nearCondition, nearCondition, (a, b) => {
      assert.equal(key({ all: [a, b] }), key({ all: [b, a, b] }));
      assert.equal(key({ any: [a, b] }), key({ any: [{ any: [b] }, a, a] }));
      assert.equal(key(not(not(a))), key(a));
      assert.equal(
        key(not({ all: [a, b] })),
        key({ any: [not(b), not(a)] }),
      );
    }),
    { numRuns: 200 },
  );
});

Deno.test("what is known to be met by none, or by all, is", () => {
  fc.assert(
    fc.property(nearCondition, nearRecords, (condition, records) => {
      const form = canonicalForm(condition);
      for (const record of records) {
        const met = meets(condition, record);
        assert(!(met && isNever(form)), "was met");
        assert(!(!met && isAlways(form)), "was not met");
      }
    }),
    { numRuns: 250 },
  );
});
