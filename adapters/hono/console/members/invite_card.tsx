import { Card } from "../parts/card.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import type { FormState } from "../shell/form_state.ts";
import { Once } from "../shell/once.tsx";
import type { Frame } from "../shell/frame.ts";
import { MEMBERS } from "./member_path.ts";
import { roleChoices } from "./role_words.ts";

/** Asks somebody to join. */
export function InviteCard(
  { form, frame }: { readonly form: FormState; readonly frame: Frame },
) {
  return (
    <Card title="Invite somebody" id="invite">
      <FormTrouble form={form} labels={{ email: "E-mail", role: "Role" }} />
      <form method="post" action={`${MEMBERS}/invite`} class="fields">
        <Once form={form} />
        <TextField
          form={form}
          name="email"
          label="E-mail"
          hint="You get a link to hand on; it stands for seven days."
          type="email"
          required
          maxlength={320}
        />
        <SelectField
          form={form}
          name="role"
          label="Role"
          value="reviewer"
          choices={roleChoices(frame.role === "owner")}
        />
        <div class="buttons">
          <button type="submit" class="primary">Make the invitation</button>
        </div>
      </form>
    </Card>
  );
}
