import type { CategoryId } from "../../src/kernel/ids.ts";
import { concluded, decidedByPerson } from "../../src/processing/conclude.ts";
import { nextWant } from "../../src/processing/pipeline.ts";
import { withRuleFields } from "../../src/processing/rule_fields.ts";
import type { Neighbour, Step } from "../../src/processing/trace.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { applyRules } from "../../src/rules/apply_rules.ts";
import type { CompiledRules } from "../../src/rules/matcher/compile_rules.ts";

const AT = "2026-04-01T00:00:00.000Z";
const LIMITS = { similarity_threshold: 0.9, model: null };

/** A record as the pipeline and people leave it: by its rules, else by neighbours or a person; a quarter by a person. */
export function decidedRecord(
  record: CompanyRecord,
  { compiled, open, index }: {
    readonly compiled: CompiledRules;
    readonly open: readonly CategoryId[];
    readonly index: number;
  },
): CompanyRecord {
  const { sets, ...outcome } = applyRules(compiled, record);
  const set = withRuleFields(record, sets);
  const steps: Step[] = [{
    kind: "rules_tried",
    at: AT,
    ruleset_version: 1,
    ...outcome,
    sets,
    replaced: set.replaced,
  }];
  const other = open[index % open.length]!;
  let want = nextWant(steps, LIMITS);
  if (want.kind !== "stop") {
    const neighbours = Array.from({ length: 5 }, (_, i): Neighbour => ({
      record_id: record.id,
      category_id: other,
      similarity: 0.9 - i / 100,
      count: 3,
      match: "similar",
    }));
    steps.push({
      kind: "examples_recalled",
      at: AT,
      embedder: "hashed-ngram-512@1",
      neighbours,
      proposal: other,
      score: index % 3 === 0 ? 0.95 : 0.5,
    });
    want = nextWant(steps, LIMITS);
  }
  if (want.kind !== "stop") throw new Error(`wants ${want.kind}`);
  const decided = concluded(set.record, steps, LIMITS, want.conclusion);
  if (index % 4 !== 0) return decided;
  const says = sets.category_id && index % 16 !== 0 ? sets.category_id : other;
  return decidedByPerson(decided, {
    kind: "person_decided",
    at: AT,
    by: "usr_1",
    verdict: "override",
    category_id: says,
    note: null,
  }, LIMITS);
}
