import assert from "node:assert/strict";
import fc from "fast-check";
import type { Condition } from "../../../../src/rules/conditions/condition.ts";
import { compileCondition } from "../../../../src/rules/matcher/compile_condition.ts";
import { canonicalForm } from "../../../../src/rules/overlaps/canonical_form.ts";
import { constructRecord } from "../../../../src/rules/overlaps/construct_record.ts";
import { isNever } from "../../../../src/rules/overlaps/formula.ts";
import { viewRecord } from "../../../../src/rules/matcher/record_view.ts";
import { plainMeets } from "../../../domain/rules/plain_model.ts";
import { recordWith } from "../../../domain/rules/arbitraries.ts";
import { nearCondition } from "../../../domain/rules/overlaps/near.ts";

function construct(condition: Condition) {
  const test = compileCondition(condition);
  return constructRecord(
    canonicalForm(condition),
    (record) => test(viewRecord(record)),
  );
}

/** `matches` has no plain model. */
function hasPattern(condition: Condition): boolean {
  return JSON.stringify(condition).includes('"matches"');
}

Deno.test("a constructed record meets what it was made for, also by the plain model", () => {
  fc.assert(
    fc.property(nearCondition, (condition) => {
      const made = construct(condition);
      if (made === null || hasPattern(condition)) return;
      assert(plainMeets(condition, recordWith(made)));
    }),
    { numRuns: 500 },
  );
});

Deno.test("no record is made for what is known to be impossible", () => {
  fc.assert(
    fc.property(nearCondition, (condition) => {
      if (isNever(canonicalForm(condition))) {
        assert.equal(construct(condition), null);
      }
    }),
    { numRuns: 500 },
  );
});
