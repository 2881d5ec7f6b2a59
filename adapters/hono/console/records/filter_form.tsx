import type { Category } from "../../../../src/categories/category.ts";
import type { Connection } from "../../../../src/integrations/connection.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { SelectField, TextField } from "../parts/field.tsx";
import { STATUS_WORDS } from "../parts/words.ts";
import type { FormState } from "../shell/form_state.ts";

const STATUSES = Object.entries(STATUS_WORDS)
  .map(([status, { label }]) => [status, label] as const);
const OUTCOMES = [
  ["auto", "Settled by itself"],
  ["needs_review", "Asked a person"],
] as const;

/** What narrows the list of records. */
export function FilterForm(
  { filter, categories, connections }: {
    readonly filter: FormState;
    readonly categories: readonly Category[];
    readonly connections: readonly Connection[];
  },
) {
  const isNarrowed = Object.keys(filter.values)
    .some((name) => name !== "cursor");
  const isMore = Object.keys(filter.values)
    .some((name) => name !== "cursor" && name !== "q");
  return (
    <form method="get" action="/console/records" role="search">
      <div class="find">
        <TextField
          form={filter}
          name="q"
          label="Description or counterparty"
          type="search"
          maxlength={200}
        />
        <button type="submit" class="primary">Search</button>
        {isNarrowed && <a class="button" href="/console/records">Clear</a>}
      </div>
      <details open={isMore}>
        <summary>Filters</summary>
        <div class="filters">
          <SelectField
            form={filter}
            name="category"
            label="Category"
            none="Any"
            isLong
            choices={categoryChoices(categories)}
          />
          <SelectField
            form={filter}
            name="status"
            label="Status"
            none="Any"
            choices={STATUSES}
          />
          <SelectField
            form={filter}
            name="outcome"
            label="How it was settled"
            none="Any"
            choices={OUTCOMES}
          />
          {connections.length > 1 && (
            <SelectField
              form={filter}
              name="connection"
              label="Connection"
              none="Any"
              choices={connections.map(({ id, name }) => [id, name])}
            />
          )}
          <TextField form={filter} name="from" label="From" type="date" />
          <TextField form={filter} name="to" label="To" type="date" />
        </div>
      </details>
    </form>
  );
}
