import type { RuleChange } from "../../../../src/rules/history/draft.ts";
import type { RuleId } from "../../../../src/kernel/ids.ts";
import { setsText } from "../parts/rule_words.tsx";
import { conditionText } from "./condition_text.ts";

/** Changes told one by one; a restore can stand for thousands. */
const TOLD_MAX = 30;

/** Changes of the rules in words, in the order in which they are made. */
export function ChangeWords(
  { changes, rules, names }: {
    readonly changes: readonly RuleChange[];
    /** Rules by name, by id. */
    readonly rules: ReadonlyMap<RuleId, string>;
    readonly names: ReadonlyMap<string, string>;
  },
) {
  return (
    <ul class="changes">
      {changes.slice(0, TOLD_MAX).map((change) => (
        <li>{changeText(change, rules, names)}</li>
      ))}
      {changes.length > TOLD_MAX && (
        <li class="quiet">and {changes.length - TOLD_MAX} more</li>
      )}
    </ul>
  );
}

/** One change in a sentence. */
export function changeText(
  change: RuleChange,
  rules: ReadonlyMap<RuleId, string>,
  names: ReadonlyMap<string, string>,
): string {
  const name = "rule_id" in change
    ? `“${rules.get(change.rule_id) ?? change.rule_id}”`
    : "";
  switch (change.op) {
    case "create": {
      const { when, then } = change.rule;
      return `New: “${change.rule.name}”. When ${
        conditionText(when, names)
      }, then ${setsText(then, names)}.`;
    }
    case "remove":
      return `${name} is removed.`;
    case "reorder":
      return "The rules are put in another order.";
    case "change": {
      const { when, then, enabled, name: called } = change.change;
      const parts = [
        ...when ? [`when ${conditionText(when, names)}`] : [],
        ...then ? [`then ${setsText(then, names)}`] : [],
        ...enabled === undefined || when
          ? []
          : [`it is switched ${enabled ? "on" : "off"}`],
        ...called !== undefined && !when ? [`it is called “${called}”`] : [],
      ];
      return `${name} changes: ${parts.join(", ")}.`;
    }
  }
}
