import type { Condition } from "../../../../src/rules/conditions/condition.ts";
import type { RuleDefinition } from "../../../../src/rules/rule.ts";
import { setsText } from "../parts/rule_words.tsx";
import { leafWords } from "./condition_text.ts";

/** A rule in words: when, and then. `names` are those of categories and connections, by id. */
export function RuleWords(
  { rule, names }: {
    readonly rule: Pick<RuleDefinition, "when" | "then" | "continue">;
    readonly names: ReadonlyMap<string, string>;
  },
) {
  return (
    <div class="rule-words">
      <div>
        <strong>When</strong> <Words condition={rule.when} names={names} />
      </div>
      <div>
        <strong>then</strong> {setsText(rule.then, names)}
        {rule.continue && ", and later rules are tried too"}.
      </div>
    </div>
  );
}

function Words(
  { condition, names }: {
    readonly condition: Condition;
    readonly names: ReadonlyMap<string, string>;
  },
) {
  if ("field" in condition) return <>{leafWords(condition, names)}</>;
  if ("not" in condition) {
    return (
      <>
        not: <Words condition={condition.not} names={names} />
      </>
    );
  }
  const [how, parts] = "all" in condition
    ? ["all of these hold:", condition.all]
    : ["any of these holds:", condition.any];
  const [only] = parts;
  if (parts.length === 1 && only) {
    return <Words condition={only} names={names} />;
  }
  return (
    <>
      {how}
      <ul>
        {parts.map((part) => (
          <li>
            <Words condition={part} names={names} />
          </li>
        ))}
      </ul>
    </>
  );
}
