import assert from "node:assert/strict";
import fc from "fast-check";
import type { Condition } from "../../../src/rules/conditions/condition.ts";
import type { ConditionExplanation } from "../../../src/rules/explain/explain_condition.ts";
import {
  explainRule,
  explainRules,
} from "../../../src/rules/explain/explain_rule.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { condition, record, recordWith, ruleWith } from "./arbitraries.ts";
import { plainMeets } from "./plain_model.ts";

const payment = recordWith({
  description: "AMZN Mktp  UK",
  occurredAt: "2026-02-03T04:05:06.000Z",
  amount: { minor: "-1250", currency: "GBP" },
  attributes: { unit: "Parks", big: 9, paid: true },
});

Deno.test("every condition is explained, with its result and what it saw", () => {
  const when: Condition = {
    all: [
      { field: "description", op: "starts_with", value: "amzn" },
      {
        any: [
          { field: "direction", op: "equals", value: "in" },
          {
            field: "magnitude",
            op: "at_least",
            value: { minor: 2000, currency: "GBP" },
          },
        ],
      },
      { not: { field: "counterparty", op: "is_empty" } },
    ],
  };
  const any: ConditionExplanation = {
    kind: "any",
    result: false,
    conditions: [
      {
        kind: "leaf",
        result: false,
        field: "direction",
        op: "equals",
        value: "in",
        saw: "out",
      },
      {
        kind: "leaf",
        result: false,
        field: "magnitude",
        op: "at_least",
        value: { minor: 2000, currency: "GBP" },
        saw: { minor: 1250, currency: "GBP" },
      },
    ],
  };
  assert.deepStrictEqual(explainRule({ when }, payment), {
    matched: false,
    condition: {
      kind: "all",
      result: false,
      conditions: [
        {
          kind: "leaf",
          result: true,
          field: "description",
          op: "starts_with",
          value: "amzn",
          saw: "AMZN Mktp  UK",
        },
        any,
        {
          kind: "not",
          result: false,
          condition: {
            kind: "leaf",
            result: true,
            field: "counterparty",
            op: "is_empty",
            saw: null,
          },
        },
      ],
    },
    first_failing: { pointer: "/when/all/1", condition: any },
  });
});

Deno.test("each field shows what the record holds", () => {
  const saw = (field: string, of = payment) => {
    const when = { field, op: "is_empty" } as Condition;
    const { condition } = explainRule({ when }, of);
    return condition.kind === "leaf" ? condition.saw : undefined;
  };
  const fields = [
    ...["description", "counterparty", "currency", "connection", "direction"],
    ...["amount", "magnitude", "date", "attributes.unit", "attributes.big"],
    ...["attributes.paid", "attributes.none", "attributes.toString"],
  ];
  assert.deepStrictEqual(fields.map((field) => saw(field)), [
    ...["AMZN Mktp  UK", null, "GBP", "con_bank", "out"],
    { minor: -1250, currency: "GBP" },
    { minor: 1250, currency: "GBP" },
    ...["2026-02-03T04:05:06.000Z", "Parks", 9, true, null, null],
  ]);
  assert.deepStrictEqual(
    fields.map((field) => saw(field, recordWith())),
    ["", null, null, "con_bank", ...Array(9).fill(null)],
  );
  const large = recordWith({
    amount: { minor: "-9007199254740993", currency: "JPY" },
  });
  assert.deepStrictEqual(saw("magnitude", large), {
    minor: "9007199254740993",
    currency: "JPY",
  });
});

Deno.test("a set is explained rule by rule", () => {
  const yes: Condition = { field: "direction", op: "equals", value: "out" };
  const no: Condition = { field: "direction", op: "equals", value: "in" };
  const rule = (id: Rule["id"], parts: Partial<Rule>) =>
    ruleWith({ id, name: id, ...parts });
  const set = {
    version: 3,
    rules: [
      rule("rule_1", { when: yes, continue: true }),
      rule("rule_2", { when: yes, enabled: false }),
      rule("rule_3", { version: 5, when: { all: [yes, { all: [no, yes] }] } }),
      rule("rule_4", { when: { not: no } }),
      rule("rule_5", { when: yes }),
      rule("rule_6", { when: yes, enabled: false }),
    ],
  };
  const leaf = (result: boolean, value: string) => ({
    kind: "leaf",
    result,
    field: "direction",
    op: "equals",
    value,
    saw: "out",
  });
  assert.deepStrictEqual(explainRules(set, payment), [
    {
      rule_id: "rule_1",
      version: 1,
      name: "rule_1",
      outcome: "matched",
      because: { pointer: "/when", condition: leaf(true, "out") },
    },
    {
      rule_id: "rule_2",
      version: 1,
      name: "rule_2",
      outcome: "skipped_disabled",
      because: null,
    },
    {
      rule_id: "rule_3",
      version: 5,
      name: "rule_3",
      outcome: "failed",
      because: { pointer: "/when/all/1/all/0", condition: leaf(false, "in") },
    },
    {
      rule_id: "rule_4",
      version: 1,
      name: "rule_4",
      outcome: "matched",
      because: {
        pointer: "/when",
        condition: {
          kind: "not",
          result: true,
          condition: leaf(false, "in"),
        },
      },
    },
    {
      rule_id: "rule_5",
      version: 1,
      name: "rule_5",
      outcome: "not_reached",
      because: null,
    },
    {
      rule_id: "rule_6",
      version: 1,
      name: "rule_6",
      outcome: "skipped_disabled",
      because: null,
    },
  ]);
});

Deno.test("the first failing condition is there, and does fail", () => {
  fc.assert(
    fc.property(condition, record, (when, record) => {
      const { matched, condition, first_failing } = explainRule(
        { when },
        record,
      );
      assert.equal(matched, plainMeets(when, record));
      assert.equal(condition.result, matched);
      assert.equal(first_failing === null, matched);
      if (first_failing === null) return;
      assert.equal(first_failing.condition.result, false);
      const keys = first_failing.pointer.split("/").slice(2);
      const found = keys.reduce(
        (part, key) => (part as Record<string, Condition>)[key]!,
        when,
      );
      assert.equal(plainMeets(found, record), false);
    }),
    { numRuns: 250 },
  );
});
