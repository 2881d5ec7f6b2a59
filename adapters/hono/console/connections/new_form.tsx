import type { ConnectionKind } from "../../../../src/integrations/connection.ts";
import { MANIFESTS } from "../../../../src/integrations/manifests/manifests.ts";
import { SelectField, TextArea, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import type { FormState } from "../shell/form_state.ts";
import { Once } from "../shell/once.tsx";
import { CONNECTIONS } from "./connection_path.ts";
import { HookFields } from "./hook_fields.tsx";

/** What is to be told of a new source of that kind. */
export function NewForm(
  { kind, form }: {
    readonly kind: ConnectionKind;
    readonly form: FormState;
  },
) {
  return (
    <form
      class="card"
      method="post"
      action={`${CONNECTIONS}/new?kind=${kind}`}
    >
      <FormTrouble form={form} labels={LABELS} />
      <Once form={form} />
      <input type="hidden" name="kind" value={kind} />
      <div class="fields">
        <TextField form={form} name="name" label="Name" required />
        {kind === "webhook" && <HookFields form={form} />}
        {kind === "pull" && <PullFields form={form} />}
        <div class="buttons">
          <button type="submit" class="primary">Create connection</button>
          <a class="button" href={CONNECTIONS}>Cancel</a>
        </div>
      </div>
    </form>
  );
}

const LABELS = {
  name: "Name",
  secret: "Secret",
  settings: "Settings",
  manifest: "Source",
  signature_header: "Header of the signature",
  timestamp_header: "Header of the time",
  id_header: "Header of the id",
  id_pointer: "Place of the id in the body",
};

function PullFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <SelectField
        form={form}
        name="manifest"
        label="Source"
        none="Another, by the settings below"
        choices={MANIFESTS.map(({ name, title }) => [name, title])}
      />
      <TextField
        form={form}
        name="secret"
        label="Secret"
        hint="The key of the source, or the secret of your OAuth client. It is kept sealed."
        type="password"
        required={false}
      />
      <TextArea
        form={form}
        name="settings"
        label="Settings of another source, as YAML or JSON"
        hint="A manifest: see “Write a connector” in the documentation."
        required={false}
        rows={12}
      />
    </>
  );
}
