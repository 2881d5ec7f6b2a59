import type { Step } from "../../../../src/processing/trace.ts";
import type { ConditionExplanation } from "../../../../src/rules/explain/explain_condition.ts";
import type { RuleInSetExplanation } from "../../../../src/rules/explain/explain_set.ts";
import { wholeText } from "../parts/figures.tsx";
import { comparisonText, setsText, valueText } from "../parts/rule_words.tsx";
import { Tag, type Tone } from "../parts/tag.tsx";
import type { Known } from "./known.ts";
import { StepFrame } from "./step_frame.tsx";

/** Rules that are told one by one; a company may have thousands. */
const TOLD_MAX = 50;

const OUTCOMES: Readonly<
  Record<
    RuleInSetExplanation["outcome"],
    { readonly label: string; readonly tone: Tone }
  >
> = {
  matched: { label: "matched", tone: "good" },
  failed: { label: "did not match", tone: "plain" },
  skipped_disabled: { label: "switched off", tone: "plain" },
  not_reached: { label: "not reached", tone: "plain" },
};

/** Which rules were tried, what came of each, and what those that matched set. */
export function RulesStep(
  { step, rules, known }: {
    readonly step: Extract<Step, { kind: "rules_tried" }>;
    readonly rules: readonly RuleInSetExplanation[];
    readonly known: Known;
  },
) {
  const sets = setsText(step.sets, known.categories);
  const hits = step.hits.map(({ rule_id }) =>
    rules.find((one) => one.rule_id === rule_id)?.name ?? rule_id
  );
  const order = ["matched", "failed", "skipped_disabled", "not_reached"];
  const told = rules.toSorted((a, b) =>
    order.indexOf(a.outcome) - order.indexOf(b.outcome)
  ).slice(0, TOLD_MAX);
  return (
    <StepFrame title="Rules were tried" step={step}>
      <p>
        {hits.length === 0
          ? `None of ${wholeText(step.considered)} matched.`
          : (
            <>
              <strong>{hits.join(", ")}</strong> matched: {sets}.
            </>
          )}
      </p>
      {told.length > 0 && (
        <details>
          <summary>Each rule, and why ({wholeText(rules.length)})</summary>
          <ul class="tried">
            {told.map((one) => (
              <li>
                <p>
                  {one.name}{" "}
                  <Tag tone={OUTCOMES[one.outcome].tone}>
                    {OUTCOMES[one.outcome].label}
                  </Tag>
                </p>
                {one.because && (
                  <p class="quiet small">
                    {becauseText(one.because.condition)}
                  </p>
                )}
              </li>
            ))}
          </ul>
          {rules.length > told.length && (
            <p class="quiet small">
              and {wholeText(rules.length - told.length)} more
            </p>
          )}
        </details>
      )}
    </StepFrame>
  );
}

/** The comparison that decided, and what the record holds there. */
function becauseText(condition: ConditionExplanation): string {
  if (condition.kind === "not") {
    return `not: ${becauseText(condition.condition)}`;
  }
  if (condition.kind !== "leaf") {
    const joint = condition.kind === "all" ? " and " : " or ";
    return condition.conditions.map(becauseText).join(joint);
  }
  const { field, op, value, saw } = condition;
  const asked = comparisonText(field, op, value);
  return `${asked}; it is ${valueText(saw)}`;
}
