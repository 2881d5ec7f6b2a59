import type { CategoryId, RuleId } from "../kernel/ids.ts";
import type { Step } from "../processing/trace.ts";
import type { CompanyRecord } from "../records/record.ts";
import type { Rule } from "./rule.ts";

/** The step of a trace that tells of rules. */
export type RulesTried = Extract<Step, { readonly kind: "rules_tried" }>;

/** A rule, in the version that hit a record. */
export type RuleHit = RulesTried["hits"][number];

/**
 * The step in which rules set another category than a person now says; undefined where they set none or the same.
 * A record counts once: what a person had replaced before is no longer the rules'.
 */
export function overriddenStep(
  { trace }: Pick<CompanyRecord, "trace">,
  said: CategoryId | null,
): RulesTried | undefined {
  const steps = trace?.steps ?? [];
  const tried = steps.find((step) => step.kind === "rules_tried");
  const set = tried?.sets.category_id;
  if (said === null || set === undefined || set === said) return undefined;
  const wasOverridden = steps.some((step) =>
    step.kind === "person_decided" && step.category_id !== null &&
    step.category_id !== set
  );
  return wasOverridden ? undefined : tried;
}

/**
 * The rule that set the category in `step`. Where a rule asked for review, the step names that one: then it is found
 * among the hits, as far as they are still as they were.
 */
export function categorisingRule(
  { matched, hits, sets }: RulesTried,
  inForce: ReadonlyMap<RuleId, Rule>,
): RuleHit | undefined {
  if (!sets.review) return hits.find(({ rule_id }) => rule_id === matched);
  for (const hit of hits) {
    const rule = inForce.get(hit.rule_id);
    // Whether it set the category before it was changed is not known here, and nobody is blamed on a guess.
    if (rule?.version !== hit.version) return undefined;
    if (rule.then.category_id !== undefined) return hit;
  }
  return undefined;
}
