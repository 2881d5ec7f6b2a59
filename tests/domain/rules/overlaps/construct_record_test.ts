import assert from "node:assert/strict";
import type { Condition } from "../../../../src/rules/conditions/condition.ts";
import { compileCondition } from "../../../../src/rules/matcher/compile_condition.ts";
import { canonicalForm } from "../../../../src/rules/overlaps/canonical_form.ts";
import { constructRecord } from "../../../../src/rules/overlaps/construct_record.ts";
import { sampleText } from "../../../../src/rules/overlaps/sample_text.ts";
import { compilePattern } from "../../../../src/rules/matcher/compile_pattern.ts";
import { viewRecord } from "../../../../src/rules/matcher/record_view.ts";

function construct(condition: Condition) {
  const test = compileCondition(condition);
  return constructRecord(
    canonicalForm(condition),
    (record) => test(viewRecord(record)),
  );
}

Deno.test("all that is asked for is in it, and no more", () => {
  const made = construct({
    all: [
      { field: "description", op: "starts_with", value: "Shell" },
      { field: "description", op: "contains_any", value: ["uk", "nl"] },
      { not: { field: "description", op: "contains", value: "nl" } },
      {
        field: "magnitude",
        op: "more_than",
        value: { minor: 500, currency: "EUR" },
      },
      { field: "direction", op: "equals", value: "out" },
      { field: "date", op: "weekday_in", value: [1] },
      { field: "date", op: "day_of_month_in", value: [31] },
      { field: "attributes.size", op: "between", value: { from: 2, to: 3 } },
      { field: "attributes.unit", op: "matches", value: "^P\\d{2}$" },
      { field: "attributes.none", op: "is_empty" },
    ],
  });
  assert.deepEqual(made, {
    description: "shell uk",
    counterparty: "shell uk",
    connectionId: "con_00000000000000000000000000",
    amount: { minor: "-501", currency: "EUR" },
    occurredAt: "2026-08-31T00:00:00.000Z",
    attributes: { size: 2, unit: "P11" },
  });
});

Deno.test("a counterparty that intake would read is not kept where none may be", () => {
  const made = construct({
    all: [
      { field: "description", op: "equals", value: "tallow reed" },
      { field: "counterparty", op: "is_empty" },
    ],
  });
  assert.deepEqual([made?.description, made?.counterparty], [
    "tallow reed",
    null,
  ]);
});

Deno.test("texts for common patterns match them", () => {
  const patterns = [
    ...[
      "shell",
      "^amzn\\*[A-Z0-9]+$",
      "caf[eé]",
      "\\bbp\\b",
      "inv(oice)? #?\\d+",
    ],
    ...["a.c", "(?:uber|bolt) trip", "x{3}", "[^a]b", "\\d{4}-\\d{2}", "é|z"],
  ];
  for (const pattern of patterns) {
    const text = sampleText(pattern);
    assert(text !== null && compilePattern(pattern).test(text), pattern);
  }
});

Deno.test("for what is not read there is no text", () => {
  assert.equal(sampleText("((a)b)+"), null);
});
