import assert from "node:assert/strict";
import fc from "fast-check";
import { changeRows } from "../../adapters/hono/console/rules/editor/change_rows.ts";
import {
  draftText,
  draftValues,
} from "../../adapters/hono/console/rules/editor/draft_values.ts";
import { readDraft } from "../../adapters/hono/console/rules/editor/read_draft.ts";
import type { FormValues } from "../../adapters/hono/console/shell/form_state.ts";
import type { Condition } from "../../src/rules/conditions/condition.ts";
import type { RuleDefinition } from "../../src/rules/rule.ts";
import { conditionSchema } from "../../src/rules/conditions/condition_schema.ts";
import { canonicalForm } from "../../src/rules/overlaps/canonical_form.ts";
import { condition } from "../domain/rules/arbitraries.ts";
import { value } from "../support/trial.ts";

/** What people can write: a condition that is well formed. */
const written = condition.filter((one) =>
  conditionSchema.safeParse(one).success
);

function ruleWhen(when: Condition): RuleDefinition {
  return {
    name: "A rule",
    enabled: true,
    when,
    then: { counterparty: "Somebody", attributes: { kind: "x", unit: "y" } },
    continue: true,
  };
}

/** As a browser sends a form: blank fields are not there. */
function sent(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value.length > 0),
  );
}

Deno.test("whatever a rule says comes back from the editor's form with the same meaning", () => {
  fc.assert(fc.property(written, (when) => {
    const rule = ruleWhen(when);
    const read = value(readDraft(sent(draftValues(rule)), null, []));
    assert.deepEqual(canonicalForm(read.when), canonicalForm(when));
    assert.deepEqual({ ...read, when: null }, { ...rule, when: null });
  }));
});

Deno.test("as text it comes back to the letter, and from there as a form", () => {
  fc.assert(fc.property(written, (when) => {
    const rule = ruleWhen(when);
    const text = value(readDraft(draftText(rule, []), null, []));
    assert.deepEqual(text, rule);
    const form = value(readDraft(sent(draftValues(text)), null, []));
    assert.deepEqual(canonicalForm(form.when), canonicalForm(when));
  }));
});

Deno.test("a row that is added and taken away again changes nothing", () => {
  fc.assert(fc.property(
    written,
    fc.constantFrom("amount", "weekday", "attribute", "other"),
    (when, add) => {
      const before = sent(draftValues(ruleWhen(when)));
      const more = changeRows({ ...before, add }, "add-row")!;
      const [, key] = String(more["focus"]).split("-");
      const { focus: _, ...after } = changeRows(more, `remove-row-${key}`)!;
      assert.deepEqual(sent(after), before);
    },
  ));
});

Deno.test("what is wrong is told at its field, from the top", () => {
  const form: FormValues = {
    as: "form",
    name: "Weekends",
    join: "all",
    rows: "3 1 2 4",
    "kind-3": "amount",
    "op-3": "between",
    "value-3": "12",
    "to-3": "ten",
    "currency-3": "GBX",
    "kind-1": "description",
    "op-1": "matches",
    "value-1": "(unclosed",
    "kind-2": "date",
    "op-2": "between",
    "value-2": "2026-02-01",
    "to-2": "2026-01-01",
    "kind-4": "other",
    "value-4": "all: []",
    sets: "1",
    "set-value-1": "x",
  };
  const read = readDraft(form, null, []);
  assert(!read.ok);
  assert.deepEqual(
    read.failure.flaws.map(({ pointer, detail }) => `${pointer} ${detail}`),
    [
      "/to-3 is not a decimal number such as -12.50",
      "/currency-3 is not a currency code such as GBP",
      "/value-1 is not a pattern in RE2 syntax: missing closing ) at index 9, its end",
      "/to-2 is not later than from",
      "/value-4 at /all is an empty list",
      "/set-name-1 is missing",
    ],
  );
  const text = readDraft(
    { as: "text", text: "name: X\nwhen: {field: colour, op: is}\nthen: {}" },
    null,
    [],
  );
  assert(!text.ok);
  assert.deepEqual(text.failure.flaws, [{
    pointer: "/text",
    detail:
      "is not a field of a record, at /when/field; sets nothing, at /then",
  }]);
});
