import type { RecordId } from "../../../../src/kernel/ids.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type { DraftedRule } from "../../../../src/rules/use_cases/draft_rule_for_override.ts";
import { Card } from "../parts/card.tsx";
import { TextField } from "../parts/field.tsx";
import { ConditionWords, setsText } from "../parts/rule_words.tsx";
import type { FormState } from "../shell/form_state.ts";
import { type Override, OverrideFields } from "./override_card.tsx";
import { RuleEffectTable } from "./rule_effect_table.tsx";

/** The rule in words with the button that makes it along with the decision, and what it would have done. */
export function RuleDraft(
  { drafted: { rule, effect }, shown, said, names, form, action, mayMake }: {
    readonly drafted: DraftedRule;
    /** The records of its examples. */
    readonly shown: ReadonlyMap<RecordId, CompanyRecord>;
    readonly said: Override;
    /** Of categories, by id. */
    readonly names: ReadonlyMap<string, string>;
    readonly form: FormState;
    /** Where the form is sent to. */
    readonly action: string;
    readonly mayMake: boolean;
  },
) {
  // The forms that lead here have no name for it yet.
  const values = { name: rule.name, ...form.values };
  return (
    <div class="columns">
      <Card title="The rule">
        <p>
          <strong>When</strong> <ConditionWords condition={rule.when} />
        </p>
        <p>
          <strong>then</strong> {setsText(rule.then, names)}.
        </p>
        {mayMake && (
          <form method="post" action={action} class="fields">
            <OverrideFields said={said} />
            <input type="hidden" name="rule" value={JSON.stringify(rule)} />
            <TextField
              form={{ ...form, values }}
              of="rule"
              name="name"
              label="Name of the rule"
              required
              maxlength={200}
            />
            <div class="buttons">
              <button type="submit" name="choice" value="with" class="primary">
                Decide and make the rule
              </button>
            </div>
          </form>
        )}
      </Card>
      <RuleEffectTable effect={effect} shown={shown} names={names} />
    </div>
  );
}
