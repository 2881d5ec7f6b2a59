import assert from "node:assert/strict";
import type { Rule } from "../../src/rules/rule.ts";
import { permitTo, sampleRule } from "../support/samples.ts";
import { ok } from "../../src/kernel/result.ts";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const RULES = "/api/v1/rules";
const IMPORT = "/api/v1/rules/import";
const good = { field: "description", op: "contains", value: "a" };

/** Conditions that are refused, each with the place and what is wrong there. */
const WRONG: readonly (readonly [string, unknown, string, string])[] = [
  [
    "nested 20 deep",
    Array.from({ length: 20 }).reduce((inner) => ({ not: inner }), good),
    `/when${"/not".repeat(16)}`,
    "is nested deeper than 16",
  ],
  [
    "a pattern of 64 kB",
    { all: [{ ...good, op: "matches", value: "(a|b)*".repeat(11_000) }] },
    "/when/all/0/value",
    "is longer than 1000 characters",
  ],
  [
    "a pattern that does not compile",
    { any: [good, { ...good, op: "matches", value: "^shell[ -" }] },
    "/when/any/1/value",
    "is not a pattern in RE2 syntax: missing closing ] at index 6: [ -",
  ],
  [
    "an operator of another type",
    { all: [{ ...good, op: "less_than" }] },
    "/when/all/0/op",
    "is not an operator of this field, which has equals, contains, starts_with, ends_with, in, contains_any, matches, is_empty",
  ],
  [
    "a text operator on money",
    { field: "amount", op: "contains", value: "5" },
    "/when/op",
    "is not an operator of this field, which has equals, less_than, at_most, more_than, at_least, between, is_empty",
  ],
  [
    "a value of another type",
    { field: "date", op: "weekday_in", value: ["Monday"] },
    "/when/value/0",
    "is not a whole number from 1 to 7",
  ],
  [
    "a field that no record has",
    { not: { ...good, field: "colour" } },
    "/when/not/field",
    "is not a field of a record",
  ],
  [
    "a member that does not belong",
    { ...good, case: true },
    "/when/case",
    "does not belong beside field, op, value",
  ],
];

for (const [what, when, pointer, detail] of WRONG) {
  Deno.test(`a rule is refused at its place: ${what}`, async () => {
    const { call } = await openHttpTrial();
    const rule = { name: "x", when, then: { review: true } };
    const one = await call("POST", RULES, rule);
    assert.deepEqual(
      [one.status, one.body],
      [422, invalid({ pointer, detail })],
    );
    const many = await call("POST", IMPORT, { version: 1, rules: [rule] });
    assert.deepEqual(
      [many.status, many.body],
      [422, invalid({ pointer: `/rules/0${pointer}`, detail })],
    );
    const draft = await call("POST", `${RULES}/test`, {
      record: { description: "a" },
      rule,
    });
    assert.deepEqual(
      [draft.status, draft.body],
      [422, invalid({ pointer: `/rule${pointer}`, detail })],
    );
  });
}

Deno.test("the rule after the ten thousandth is refused", async () => {
  const { call, deps, scope, clock } = await openHttpTrial();
  const rules: readonly Rule[] = Array.from(
    { length: 10_000 },
    () => sampleRule(),
  );
  await deps.uow.run(permitTo("rules.write", scope), async (tx) => {
    const before = await tx.rules.current();
    await tx.rules.replace(before, { version: 1, rules }, clock.now());
    return ok(null);
  });
  const refused = await call("POST", RULES, {
    name: "x",
    when: good,
    then: { review: true },
  });
  assert.deepEqual(
    [refused.status, refused.body],
    [
      429,
      problem("rule.too_many", 429, "A company has at most 10000 rules", {
        limit: 10_000,
      }),
    ],
  );
});
