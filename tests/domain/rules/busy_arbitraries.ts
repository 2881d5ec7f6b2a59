import fc from "fast-check";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { fold } from "../../../src/records/text.ts";
import { patternFlaw } from "../../../src/rules/matcher/compile_pattern.ts";
import type {
  Condition,
  Leaf,
} from "../../../src/rules/conditions/condition.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import {
  condition as anyCondition,
  object,
  record as anyRecord,
  recordWith,
  ruleWith,
} from "./arbitraries.ts";

// Few words, long and short, of which texts and rules are both made: so that they meet often, and nearly meet as often.
const word = fc.constantFrom(
  ...["shell", "Shell Energy", "SHELL", "bp", "b", "é", "CAFÉ noir", "ﬁsh"],
  ...[
    "tallow & reed",
    "tallow & read",
    "limited",
    "ltd",
    "ref 1234567",
    "ｂｐ",
  ],
  ...["dd ", "K", "\u212a", "\u017f", "s", "İ", "\u0301", " ", "\u00a0", "😀"],
  ...["Σ", "ς", "한", "a\u0338", "12", "(", "."],
);
export const busyText: fc.Arbitrary<string> = fc.oneof(
  word,
  fc.array(word, { maxLength: 4 }).map((words) => words.join("")),
  fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")),
);
const value = busyText.filter((text) => fold(text) !== "");

/** Patterns of the same words, with everything in between that RE2 knows. */
export const busyPattern: fc.Arbitrary<string> = fc.letrec<
  { pattern: string }
>((tie) => ({
  pattern: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(
      ...[
        "shell",
        "SHELL",
        "bp",
        "b",
        "k",
        "s",
        "é",
        "café",
        "reed",
        "dd ",
        " ",
      ],
      ...[
        "\\bbp\\b",
        "^dd .*",
        "ref \\d{7}$",
        "[bk]p",
        "[^]x]",
        "[[:alpha:]-]",
      ],
      ...[
        "\\x62",
        "\\x{212a}",
        "\\pL",
        "\\p{Greek}",
        "\\Qbp.\\E",
        "\\.",
        "\\(",
      ],
      ...[
        "😀",
        "😀*",
        "b{2}",
        "b{0,2}",
        "b{,2}",
        "{",
        "}",
        "\\s",
        ".",
        "(?i)s",
      ],
      ...[
        "(?-i)K",
        "(?s:.)",
        "(?P<name>bp)",
        "(?:)",
        "tallow & re[ae]d",
        "\\t",
      ],
    ),
    fc.tuple(
      tie("pattern"),
      fc.constantFrom("*", "+", "?", "*?", "+?", "??", "{1}", "{2,}", "{0}"),
    ).map(([inner, times]) => `(?:${inner})${times}`),
    fc.tuple(
      word.filter((word) => /^[\w ]+$/.test(word)),
      fc.constantFrom("*", "+", "?", "{2}"),
    )
      .map(([plain, times]) => plain + times),
    fc.tuple(tie("pattern"), tie("pattern")).map(([one, two]) => one + two),
    fc.tuple(tie("pattern"), tie("pattern"))
      .map(([one, two]) => `(${one}|${two})`),
  ),
})).pattern.filter((source) => patternFlaw(source) === null);

const amount = fc.constantFrom(
  ...["0", "1", "-1", "-1250", "1250", "9007199254740992", "9007199254740993"],
  "-9007199254740993",
  "9223372036854775807",
  "-9223372036854775807",
);
const currency = fc.constantFrom("GBP", "EUR");
const money = object({ minor: amount, currency });
const day = fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${day}`);

export const busyRecord: fc.Arbitrary<CompanyRecord> = fc.oneof(
  object({
    description: busyText,
    counterparty: fc.option(busyText, { freq: 3 }),
    amount: fc.option(money, { freq: 5 }),
    occurredAt: fc.option(day.map((day) => `${day}T00:00:00.000Z`)),
    connectionId: fc.constantFrom("con_bank", "con_card"),
    attributes: fc.record({
      unit: fc.oneof(busyText, fc.constant(null)),
      size: fc.oneof(fc.integer({ min: -2, max: 2 }), busyText),
      paid: fc.boolean(),
    }, { requiredKeys: [], noNullPrototype: true }),
  }).map((parts) => recordWith(parts as Partial<CompanyRecord>)),
  anyRecord,
);

const textField = fc.constantFrom(
  ...["description", "description", "counterparty", "currency", "connection"],
  "attributes.unit",
  "attributes.size",
);
const order = fc.constantFrom(
  "equals",
  "less_than",
  "at_most",
  "more_than",
  "at_least",
);
const busyLeaf = fc.oneof(
  object({
    field: textField,
    op: fc.constantFrom("equals", "contains", "starts_with", "ends_with"),
    value,
  }),
  object({
    field: textField,
    op: fc.constantFrom("in", "contains_any"),
    value: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  object({ field: textField, op: fc.constant("matches"), value: busyPattern }),
  object({
    field: fc.constantFrom("amount", "magnitude"),
    op: order,
    value: money,
  }),
  fc.tuple(amount, amount, fc.constantFrom("amount", "magnitude")).map(
    ([one, other, field]) => {
      const [from, to] = BigInt(one) < BigInt(other)
        ? [one, other]
        : [other, one];
      const bound = (minor: string) => ({ minor, currency: "GBP" });
      return {
        field,
        op: "between",
        value: { from: bound(from), to: bound(to) },
      };
    },
  ),
  object({
    field: fc.constant("attributes.size"),
    op: order,
    value: fc.integer({ min: -2, max: 2 }),
  }),
  object({
    field: fc.constant("attributes.paid"),
    op: fc.constant("equals"),
    value: fc.boolean(),
  }),
  object({
    field: fc.constant("date"),
    op: fc.constantFrom("before", "on_or_after"),
    value: day,
  }),
  day.map((from) => ({
    field: "date",
    op: "between",
    value: { from, to: "2026-01-10" },
  })),
  object({
    field: fc.constantFrom("attributes.unit", "amount", "date", "counterparty"),
    op: fc.constant("is_empty"),
  }),
) as fc.Arbitrary<Leaf>;

export const busyCondition: fc.Arbitrary<Condition> = fc.letrec<
  { condition: Condition }
>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    busyLeaf,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 })
      .map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 })
      .map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
    anyCondition,
  ),
})).condition;

/** Rule sets most of whose rules are met by some record, few of which end the evaluation at once. */
export const busyRules: fc.Arbitrary<Rule[]> = fc.array(
  object({
    enabled: fc.constantFrom(true, true, true, false),
    when: fc.oneof(busyLeaf, busyCondition),
    continue: fc.boolean(),
  }),
  { maxLength: 40 },
).map((parts) =>
  parts.map((part, index) => ruleWith({ ...part, id: `rule_${index}` }))
);
