import type { Payload } from "../../../../src/integrations/payload.ts";
import { Card } from "../parts/card.tsx";
import { SelectField, TextArea } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import type { FormState } from "../shell/form_state.ts";

const LABELS = {
  expression: "Expression",
  payload_id: "Try it on",
  payload: "Another payload",
};

/** Writes another mapping, tries it, and puts it in force. */
export function MappingForm(
  { form, action, expression, seen, payloads }: {
    readonly form: FormState;
    readonly action: string;
    /** What stands in the field where nothing was sent. */
    readonly expression: string;
    /** The number of the mapping that its writer sees in force. */
    readonly seen: number;
    /** The latest that are still kept. */
    readonly payloads: readonly Payload[];
  },
) {
  return (
    <Card title="Change it" id="form">
      <form method="post" action={action} class="fields wide">
        <FormTrouble form={form} labels={LABELS} />
        {form.failure?.kind === "mapping.stale" && (
          <p>
            What is in force by now is above, and what you wrote is still here.
            Put it in force again to have it follow theirs, or{" "}
            <a href={action}>start from theirs</a>.
          </p>
        )}
        <input type="hidden" name="seen" value={String(seen)} />
        <div class="settings">
          <TextArea
            form={form}
            name="expression"
            label={LABELS.expression}
            hint="JSONata: it makes of a payload a record, a list of them, or nothing. A record has external_id and description, and may have occurred_at, amount, counterparty, attributes, pending and supersedes."
            value={expression}
            rows={14}
          />
        </div>
        {payloads.length > 0 && (
          <SelectField
            form={form}
            name="payload_id"
            label={LABELS.payload_id}
            value={payloads[0]!.id}
            none="What is written below"
            choices={payloads.map(({ id, externalId }) => [id, externalId])}
          />
        )}
        <details open={payloads.length === 0 || form.flaws.has("payload")}>
          <summary>Try it on something else</summary>
          <div class="settings">
            <TextArea
              form={form}
              name="payload"
              label={LABELS.payload}
              hint="JSON, as the source sends it. Nothing of it is kept."
              required={false}
              rows={6}
            />
          </div>
        </details>
        <div class="buttons">
          <button type="submit" name="do" value="try">Try it</button>
          <button type="submit" name="do" value="force" class="primary">
            Put it in force
          </button>
        </div>
      </form>
    </Card>
  );
}
