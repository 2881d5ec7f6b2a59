import assert from "node:assert/strict";
import fc from "fast-check";
import { conditionSchema } from "../../../src/rules/conditions/condition_schema.ts";
import { condition } from "../../domain/rules/arbitraries.ts";

/** What the schema says of `value`: `path: message`, the path as a JSON pointer. */
function flaws(value: unknown): string[] {
  const read = conditionSchema.safeParse(value);
  return (read.error?.issues ?? []).map(({ path, message }) =>
    `${path.map((key) => `/${String(key)}`).join("")}: ${message}`
  );
}

Deno.test("every condition of the language is taken as it is", () => {
  fc.assert(
    fc.property(condition, (condition) => {
      assert.deepEqual(conditionSchema.parse(condition), condition);
    }),
    { numRuns: 250 },
  );
});

Deno.test("no JSON at all makes the check throw, and all it takes is in the published shape", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      condition,
      fc.constantFrom("all", "any", "not", "field", "op", "value"),
      (json, condition, key) => {
        assert.notDeepEqual(flaws(json), []);
        const broken = { ...condition, [key]: json };
        const read = conditionSchema.safeParse(broken);
        if (read.success) assert.deepEqual(read.data, broken);
      },
    ),
    { numRuns: 250 },
  );
});
