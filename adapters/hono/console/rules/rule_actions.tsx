import type { Rule } from "../../../../src/rules/rule.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { Card } from "../parts/card.tsx";
import { TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { rulePath } from "./rule_path.ts";

/** What can be done with a rule in force besides editing it. */
export function RuleActions(
  { rule, form, mustTest }: {
    readonly rule: Rule;
    readonly form: FormState;
    readonly mustTest: boolean;
  },
) {
  const { id, name, enabled, version } = rule;
  const at = rulePath(id);
  const other = enabled ? "off" : "on";
  return (
    <Card title="Apply, switch, remove">
      <p>
        What the rule says holds for records that come in. Applying it to
        history changes records that were decided already, but never what a
        person settled; it can be undone.
      </p>
      {mustTest && (
        <p class="quiet">
          Your company wants every change of its rules back-tested first, so
          switching and removing begin with a back-test.
        </p>
      )}
      <div class="buttons">
        <Ask id="apply" button="Apply to history" title={`Apply “${name}”?`}>
          <form method="post" action={`${at}/apply`} class="fields">
            <TextField
              form={form}
              name="from"
              label="From"
              hint="Records that occurred on that day or later; blank is all."
              required={false}
              type="date"
            />
            <TextField
              form={form}
              name="to"
              label="To"
              hint="And on that day or earlier."
              required={false}
              type="date"
            />
            <div class="buttons">
              <button
                type="submit"
                class="primary"
                {...!enabled && { disabled: true }}
              >
                Apply
              </button>
              <Cancel of="apply" />
            </div>
            {!enabled && (
              <p class="quiet">It is switched off: switch it on first.</p>
            )}
          </form>
        </Ask>
        <form method="post" action={`${at}/switch`}>
          <input type="hidden" name="to" value={other} />
          <input type="hidden" name="seen" value={String(version)} />
          <button type="submit">
            {mustTest ? `Back-test switching ${other}` : `Switch ${other}`}
          </button>
        </form>
        <Ask
          id="remove"
          button="Remove"
          tone="danger"
          title={`Remove “${name}”?`}
        >
          <p>
            It is not tried any more. What it decided stays, and earlier
            versions of the rules keep it.
          </p>
          <form method="post" action={`${at}/remove`} class="buttons">
            <button type="submit" class="danger">
              {mustTest ? "Back-test removing it" : "Remove rule"}
            </button>
            <Cancel of="remove" />
          </form>
        </Ask>
      </div>
    </Card>
  );
}
