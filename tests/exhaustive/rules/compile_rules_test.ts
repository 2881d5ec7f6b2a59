import assert from "node:assert/strict";
import fc from "fast-check";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import { plainRules } from "../../../src/rules/matcher/plain_rules.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import { busyRecord, busyRules } from "../../domain/rules/busy_arbitraries.ts";

Deno.test("compiled rules do as plain rules", () => {
  const seen = { hits: 0, ended: 0, misses: 0 };
  fc.assert(
    fc.property(
      busyRules,
      fc.array(busyRecord, { minLength: 1, maxLength: 8 }),
      (rules, records) => {
        const set = { version: 1, rules };
        const [compiled, plain] = [compileRules(set), plainRules(set)];
        for (const record of records) {
          const view = viewRecord(record);
          const tried = plain.tryOn(viewRecord(record));
          assert.deepStrictEqual(compiled.tryOn(view), tried);
          assert.deepStrictEqual(compiled.allOn(view), plain.allOn(view));
          const last = tried.hits.at(-1);
          if (!last) seen.misses++;
          else if (last.continue) seen.hits++;
          else seen.ended++;
        }
      },
    ),
    { numRuns: 400 },
  );
  for (const count of Object.values(seen)) assert(count > 50);
});
