import { z } from "@hono/zod-openapi";
import type { Endpoint } from "../../../../src/notifications/endpoint.ts";
import { NOTICE_KINDS } from "../../../../src/notifications/notice_kinds.ts";
import { textUpTo } from "../../fields.ts";
import { newEndpointSchema } from "../../routes/endpoint_schema.ts";
import { CheckGroup } from "../parts/check_group.tsx";
import { FormTrouble, TextField } from "../parts/field.tsx";
import { listedTexts } from "../parts/listed_texts.ts";
import type { FormState } from "../shell/form_state.ts";
import { Once } from "../shell/once.tsx";
import { ENDPOINTS } from "./settings_path.ts";
import { NOTICE_WORDS } from "./notice_words.ts";

/** What an endpoint's form holds; the address is held against the same as by the API. */
export const endpointForm = z.object({
  url: newEndpointSchema.shape.url,
  description: textUpTo(200).default(""),
  kinds: listedTexts(NOTICE_KINDS).refine((given) => given.length > 0, {
    error: "names nothing",
  }),
});

/** Where to, and of what. */
export function EndpointForm(
  { form, endpoint, action, button }: {
    readonly form: FormState;
    readonly endpoint: Endpoint | null;
    readonly action: string;
    readonly button: string;
  },
) {
  return (
    <form method="post" action={action} class="card fields wide">
      {endpoint === null && <Once form={form} />}
      <FormTrouble
        form={form}
        labels={{ url: "Address", description: "Name", kinds: "Of what" }}
      />
      <TextField
        form={form}
        name="url"
        label="Address"
        hint="Where notices are sent, signed as Standard Webhooks says."
        type="url"
        required
        value={endpoint?.url ?? ""}
      />
      <TextField
        form={form}
        name="description"
        label="Name"
        required={false}
        maxlength={200}
        value={endpoint?.description ?? ""}
      />
      <CheckGroup
        form={form}
        name="kinds"
        legend="Of what"
        chosen={endpoint?.kinds ?? NOTICE_KINDS}
        choices={NOTICE_KINDS.map((one) => [one, NOTICE_WORDS[one]])}
      />
      <div class="buttons">
        <button type="submit" class="primary">{button}</button>
        <a class="button" href={ENDPOINTS}>Cancel</a>
      </div>
    </form>
  );
}
