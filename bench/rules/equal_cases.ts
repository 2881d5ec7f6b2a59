import assert from "node:assert/strict";
import fc from "fast-check";
import { compileRules } from "../../src/rules/matcher/compile_rules.ts";
import { plainRules } from "../../src/rules/matcher/plain_rules.ts";
import { viewRecord } from "../../src/rules/matcher/record_view.ts";
import {
  busyRecord,
  busyRules,
} from "../../tests/domain/rules/busy_arbitraries.ts";

const RECORDS = 20;

/**
 * Holds compiled rules against plain ones in `count` random cases, a record and a rule set each: the same hits in the
 * same order, and as many considered. Throws on a difference; answers how many cases there were.
 */
export function equalCases(count: number): number {
  let cases = 0;
  fc.assert(
    fc.property(
      busyRules,
      fc.array(busyRecord, { minLength: RECORDS, maxLength: RECORDS }),
      (rules, records) => {
        const set = { version: 1, rules };
        const [compiled, plain] = [compileRules(set), plainRules(set)];
        for (const record of records) {
          const [ours, wanted] = [viewRecord(record), viewRecord(record)];
          assert.deepStrictEqual(compiled.tryOn(ours), plain.tryOn(wanted));
          assert.deepStrictEqual(compiled.allOn(ours), plain.allOn(wanted));
          cases++;
        }
      },
    ),
    { numRuns: Math.ceil(count / RECORDS), seed: 1 },
  );
  return cases;
}
