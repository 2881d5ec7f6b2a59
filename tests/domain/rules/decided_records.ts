import fc from "fast-check";
import type { CategoryId, RuleId } from "../../../src/kernel/ids.ts";
import type { Instant } from "../../../src/kernel/instant.ts";
import {
  concluded,
  decidedByPerson,
} from "../../../src/processing/conclude.ts";
import { nextWant } from "../../../src/processing/pipeline.ts";
import { withRuleFields } from "../../../src/processing/rule_fields.ts";
import type { Step } from "../../../src/processing/trace.ts";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { applyRules } from "../../../src/rules/apply_rules.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { recordWith, ruleWith } from "./arbitraries.ts";

export const AT = "2026-01-01T00:00:00.000Z" as Instant;
export const LIMITS = { similarity_threshold: 0.9, model: null };

const word = fc.constantFrom("fuel", "tea", "rail", "rent");
const name = fc.constantFrom<string | undefined>(undefined, "Esso", "Tesco");
const condition = fc.oneof(
  word.map((value) => ({ field: "description", op: "contains", value })),
  name.map((value = "Shell") => ({
    field: "counterparty",
    op: "equals",
    value,
  })),
  fc.constant({ field: "attributes.unit", op: "is_empty" }),
  fc.constant({ field: "attributes.unit", op: "equals", value: "Parks" }),
) as fc.Arbitrary<Rule["when"]>;

/** Rule sets whose rules set every kind of field, often the same ones. */
export const settingRules: fc.Arbitrary<Rule[]> = fc.array(
  fc.record({
    when: condition,
    category_id: fc.constantFrom(undefined, "cat_a", "cat_b"),
    counterparty: name,
    unit: fc.constantFrom(undefined, "Parks", "Fleet"),
    review: fc.constantFrom(undefined, undefined, true),
    continue: fc.boolean(),
  }),
  { maxLength: 5 },
).map((parts) =>
  parts.map(({ when, unit, continue: goOn, ...then }, i) =>
    ruleWith({
      id: `rule_${i}` as RuleId,
      when,
      continue: goOn,
      then: JSON.parse(JSON.stringify({
        ...then,
        ...unit !== undefined && { attributes: { unit, extra: "yes" } },
      })),
    })
  )
);

/** Records as the pipeline left them: settled by rules or by similarity, waiting, or decided by a person. */
export const decidedRecord: fc.Arbitrary<CompanyRecord> = fc.record({
  description: fc.tuple(word, word).map((words) => words.join(" ")),
  counterparty: name.map((name) => name ?? null),
  attributes: fc.constantFrom(
    {},
    { unit: "Parks" },
    { unit: "Fleet" },
    { unit: null },
  ),
  rules: settingRules,
  score: fc.constantFrom(0.5, 1),
  person: fc.constantFrom<CategoryId | "reject" | null>(
    null,
    null,
    "cat_a",
    "cat_c",
    "reject",
  ),
  corrected: fc.subarray(["counterparty", "attributes.unit"] as const),
}).map(({ rules, score, person, corrected, ...content }) => {
  const record = recordWith({
    ...content as Partial<CompanyRecord>,
    settledByPerson: corrected,
  });
  const decided = decide(record, rules, score);
  return person === null ? decided : decidedByPerson(decided, {
    kind: "person_decided",
    at: AT,
    by: "usr_1",
    verdict: person === "reject" ? "reject" : "override",
    category_id: person === "reject" ? null : person,
    note: null,
  }, LIMITS);
});

/** A record as the pipeline decides it with these rules, and a neighbour of that score. */
export function decide(
  record: CompanyRecord,
  rules: readonly Rule[],
  score: number,
): CompanyRecord {
  const { sets, ...outcome } = applyRules(
    compileRules({ version: 1, rules }),
    record,
  );
  const set = withRuleFields(record, sets);
  let steps: Step[] = [{
    kind: "rules_tried",
    at: AT,
    ruleset_version: 1,
    ...outcome,
    sets,
    replaced: set.replaced,
  }];
  let want = nextWant(steps, LIMITS);
  if (want.kind !== "stop") {
    steps = [...steps, {
      kind: "examples_recalled",
      at: AT,
      embedder: "none",
      neighbours: [],
      proposal: "cat_a",
      score,
    }];
    want = nextWant(steps, LIMITS);
  }
  if (want.kind !== "stop") throw new Error(`wants ${want.kind}`);
  return concluded(set.record, steps, LIMITS, want.conclusion);
}
