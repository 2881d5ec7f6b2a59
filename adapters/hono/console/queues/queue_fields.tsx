import { CURRENCIES } from "../../../../src/kernel/money.ts";
import { rolesFor } from "../../../../src/tenancy/access.ts";
import { REVIEW_REASONS } from "../../routes/trace_schema.ts";
import { CheckGroup } from "../parts/check_group.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { CategoryField } from "./category_field.tsx";
import { reasonLabel } from "./queue_texts.ts";
import type { QueueWorld } from "./queue_world.ts";

/** What the fields are called, by name. */
export const QUEUE_LABELS = {
  name: "Name",
  conditions: "What it takes",
  category_ids: "Suggested category",
  currency: "Currency",
  amount_min: "From",
  amount_max: "Up to",
  because: "Why a person is asked",
  connection_ids: "Connection",
  age_hours: "Hours it has waited",
  assignees: "Who is asked",
  sla_hours: "Hours until it is overdue",
};

/** The fields of a queue's form. */
export function QueueFields(
  { form, world }: { readonly form: FormState; readonly world: QueueWorld },
) {
  const { connections, categories, deciders } = world;
  const chosen = form.values["connection_ids"] ?? [];
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={QUEUE_LABELS.name}
        required
        maxlength={200}
      />
      <div id="field-conditions" tabindex={-1} class="part">
        <h2>{QUEUE_LABELS.conditions}</h2>
        <p class="quiet">
          All that you say here must hold. Say nothing, and it takes everything
          that no queue before it takes.
        </p>
      </div>
      <CategoryField form={form} categories={categories} />
      <fieldset class="field" aria-describedby="amount-hint">
        <legend>Size of the amount</legend>
        <p class="hint" id="amount-hint">
          Such as 1000 or 12.50, whichever way it goes; both ends belong to it.
        </p>
        <div class="filters">
          <SelectField
            form={form}
            name="currency"
            label={QUEUE_LABELS.currency}
            none="Any, or no amount"
            isLong
            choices={CURRENCIES.toSorted().map((code) => [code, code])}
          />
          <TextField
            form={form}
            name="amount_min"
            label={QUEUE_LABELS.amount_min}
            required={false}
          />
          <TextField
            form={form}
            name="amount_max"
            label={QUEUE_LABELS.amount_max}
            required={false}
          />
        </div>
      </fieldset>
      <CheckGroup
        form={form}
        name="because"
        legend={QUEUE_LABELS.because}
        hint="One of these. None ticked: for whatever reason."
        choices={REVIEW_REASONS.map((one) => [one, reasonLabel(one)])}
        chosen={[]}
      />
      <CheckGroup
        form={form}
        name="connection_ids"
        legend={QUEUE_LABELS.connection_ids}
        hint="From one of these. None ticked: from any."
        choices={connections
          .filter(({ id, archivedAt }) =>
            archivedAt === null || chosen.includes(id)
          )
          .map(({ id }) => [id, world.names.get(id)!])}
        chosen={[]}
      />
      <TextField
        form={form}
        name="age_hours"
        label={QUEUE_LABELS.age_hours}
        hint="At least; a day has 24. Blank: from the beginning."
        required={false}
      />
      <h2 class="part">People and time</h2>
      <CheckGroup
        form={form}
        name="assignees"
        legend={QUEUE_LABELS.assignees}
        hint="Who starts reviewing gets items of queues that name them. None ticked: everybody who may decide."
        choices={[
          ...rolesFor("approvals.decide").map((role) =>
            [role, `All ${role}s`] as const
          ),
          ...deciders.map(({ id, name }) => [id, name] as const),
        ]}
        chosen={[]}
      />
      <TextField
        form={form}
        name="sla_hours"
        label={QUEUE_LABELS.sla_hours}
        hint="After it came to wait. Then it comes first, and is counted. Blank: never."
        required={false}
      />
    </>
  );
}
