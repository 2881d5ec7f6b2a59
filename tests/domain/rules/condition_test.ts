import assert from "node:assert/strict";
import fc from "fast-check";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { compileCondition } from "../../../src/rules/matcher/compile_condition.ts";
import type { Condition } from "../../../src/rules/conditions/condition.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import { condition, record, recordWith } from "./arbitraries.ts";
import { plainMeets } from "./plain_model.ts";

const meets = (condition: Condition, record: CompanyRecord) =>
  compileCondition(condition)(viewRecord(record));
const members = fc.array(condition, { minLength: 1, maxLength: 4 });
const not = (condition: Condition): Condition => ({ not: condition });

Deno.test("a condition means what the plain model says", () => {
  fc.assert(
    fc.property(condition, record, (condition, record) => {
      assert.equal(meets(condition, record), plainMeets(condition, record));
    }),
    { numRuns: 300 },
  );
});

Deno.test("not is the opposite, and twice not is nothing", () => {
  fc.assert(
    fc.property(condition, record, (condition, record) => {
      const met = meets(condition, record);
      assert.equal(meets(not(condition), record), !met);
      assert.equal(meets(not(not(condition)), record), met);
    }),
    { numRuns: 250 },
  );
});

Deno.test("De Morgan: not all is any not, not any is all not", () => {
  fc.assert(
    fc.property(members, record, (parts, record) => {
      const opposites = parts.map(not);
      assert.equal(
        meets(not({ all: parts }), record),
        meets({ any: opposites }, record),
      );
      assert.equal(
        meets(not({ any: parts }), record),
        meets({ all: opposites }, record),
      );
    }),
    { numRuns: 250 },
  );
});

Deno.test("the order of members does not matter, and one member alone is itself", () => {
  fc.assert(
    fc.property(members, record, (parts, record) => {
      const turned = parts.toReversed();
      assert.equal(
        meets({ all: parts }, record),
        meets({ all: turned }, record),
      );
      assert.equal(
        meets({ any: parts }, record),
        meets({ any: turned }, record),
      );
      const [first] = parts as [Condition];
      assert.equal(meets({ all: [first] }, record), meets(first, record));
      assert.equal(meets({ any: [first] }, record), meets(first, record));
    }),
    { numRuns: 250 },
  );
});

Deno.test("another currency, or no amount, does not match; not of that does", () => {
  const over = {
    field: "magnitude",
    op: "more_than",
    value: { minor: 1000, currency: "GBP" },
  } as const;
  const pounds = recordWith({ amount: { minor: "-1001", currency: "GBP" } });
  const euros = recordWith({ amount: { minor: "-1001", currency: "EUR" } });
  const nothing = recordWith();
  assert.deepEqual(
    [pounds, euros, nothing].map((record) => meets(over, record)),
    [true, false, false],
  );
  assert.deepEqual(
    [pounds, euros, nothing].map((record) => meets(not(over), record)),
    [false, true, true],
  );
});

Deno.test("amounts are exact beyond 2^53", () => {
  const amount = { minor: "9007199254740993", currency: "JPY" } as const;
  const record = recordWith({ amount });
  const equals = (minor: string) =>
    meets(
      { field: "amount", op: "equals", value: { minor, currency: "JPY" } },
      record,
    );
  assert.equal(equals("9007199254740993"), true);
  assert.equal(equals("9007199254740992"), false);
});
