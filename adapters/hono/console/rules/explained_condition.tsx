import type { ConditionExplanation } from "../../../../src/rules/explain/explain_condition.ts";
import { comparisonText, valueText } from "../parts/rule_words.tsx";

/** A condition with what came of each part, in words and with a sign before it. */
export function ExplainedCondition(
  { condition }: { readonly condition: ConditionExplanation },
) {
  return <Parts conditions={[condition]} isOuter />;
}

function Parts(
  { conditions, isOuter = false }: {
    readonly conditions: readonly ConditionExplanation[];
    readonly isOuter?: boolean;
  },
) {
  return (
    <ul class={isOuter ? "explained" : ""}>
      {conditions.map((condition) => (
        <li class={condition.result ? "holds" : "fails"}>
          <span aria-hidden="true">{condition.result ? "✓" : "✗"}</span>{" "}
          <span class="unseen">
            {condition.result ? "Holds: " : "Fails: "}
          </span>
          {wordsOf(condition)}
          {condition.kind === "not" && (
            <Parts conditions={[condition.condition]} />
          )}
          {(condition.kind === "all" || condition.kind === "any") && (
            <Parts conditions={condition.conditions} />
          )}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(condition: ConditionExplanation): string {
  switch (condition.kind) {
    case "all":
      return "all of these hold";
    case "any":
      return "any of these holds";
    case "not":
      return "this does not hold";
    case "leaf": {
      const { field, op, value, saw } = condition;
      return `${comparisonText(field, op, value)}; it is ${valueText(saw)}`;
    }
  }
}
