import assert from "node:assert/strict";
import fc from "fast-check";
import { compileCondition } from "../../../src/rules/matcher/compile_condition.ts";
import { needsOf } from "../../../src/rules/matcher/needs.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import {
  busyCondition,
  busyRecord,
} from "../../domain/rules/busy_arbitraries.ts";
import { plainHas } from "../../domain/rules/plain_needs.ts";

Deno.test("a record that meets a condition has what it needs", () => {
  const seen = { met: 0, refused: 0 };
  fc.assert(
    fc.property(busyCondition, busyRecord, (condition, record) => {
      const needs = needsOf(condition);
      const has = plainHas(needs, record);
      if (compileCondition(condition)(viewRecord(record))) {
        assert(has, JSON.stringify(needs));
        seen.met++;
      } else if (!has) {
        seen.refused++;
      }
    }),
    { numRuns: 700 },
  );
  assert(seen.met > 100 && seen.refused > 100, JSON.stringify(seen));
});
