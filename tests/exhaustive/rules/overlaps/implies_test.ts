import assert from "node:assert/strict";
import fc from "fast-check";
import { implies } from "../../../../src/rules/overlaps/implies.ts";
import {
  meets,
  nearCondition,
  nearLeaf,
  nearRecords,
} from "../../../domain/rules/overlaps/near.ts";

Deno.test("what is said to follow holds for every record", () => {
  const either = fc.oneof(nearLeaf, nearCondition);
  fc.assert(
    fc.property(either, either, nearRecords, (a, b, records) => {
      if (!implies(a, b)) return;
      for (const record of records) {
        assert(!meets(a, record) || meets(b, record), JSON.stringify(record));
      }
    }),
    { numRuns: 400 },
  );
});
