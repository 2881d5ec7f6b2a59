import { TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { RULES } from "./rule_path.ts";

/** Finds rules by a word, and earlier versions of all of them. */
export function ListFilter(
  { filter }: { readonly filter: FormState },
) {
  return (
    <form class="find" method="get" action={RULES} role="search">
      <TextField
        form={filter}
        name="q"
        label="Find a rule"
        type="search"
        maxlength={200}
      />
      <div class="short">
        <TextField
          form={filter}
          name="version"
          label="In version"
          type="number"
        />
      </div>
      <button type="submit">Show</button>
      {Object.keys(filter.values).length > 0 && (
        <a class="button" href={RULES}>All, as they are now</a>
      )}
    </form>
  );
}
