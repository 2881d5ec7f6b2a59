import { z } from "@hono/zod-openapi";
import type { Endpoint } from "../../../../src/notifications/endpoint.ts";
import { NOTICE_KINDS } from "../../../../src/notifications/notice_kinds.ts";
import { textUpTo } from "../../fields.ts";
import { newEndpointSchema } from "../../routes/endpoint_schema.ts";
import { CheckGroup } from "../parts/check_group.tsx";
import { TextField } from "../parts/field.tsx";
import { listedTexts } from "../parts/listed_texts.ts";
import type { FormState, FormValues } from "../shell/form_state.ts";
import { NOTICE_WORDS } from "./notice_words.ts";

/** What an endpoint's form holds; the address is held against the same as by the API. */
export const endpointForm = z.object({
  url: newEndpointSchema.shape.url,
  description: textUpTo(200).default(""),
  kinds: listedTexts(NOTICE_KINDS).refine((given) => given.length > 0, {
    error: "names nothing",
  }),
});

/** What the fields are called, for what is wrong with them. */
export const ENDPOINT_LABELS = {
  url: "Address",
  description: "Name",
  kinds: "Of what",
};

/** What the fields of an endpoint hold. */
export function endpointValues(
  { url, description, kinds }: Endpoint,
): FormValues {
  return { url, description, kinds };
}

/** Where to, and of what. */
export function EndpointFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextField
        form={form}
        name="url"
        label={ENDPOINT_LABELS.url}
        hint="Where notices are sent, signed as Standard Webhooks says."
        type="url"
        required
      />
      <TextField
        form={form}
        name="description"
        label={ENDPOINT_LABELS.description}
        required={false}
        maxlength={200}
      />
      <CheckGroup
        form={form}
        name="kinds"
        legend={ENDPOINT_LABELS.kinds}
        chosen={NOTICE_KINDS}
        choices={NOTICE_KINDS.map((one) => [one, NOTICE_WORDS[one]])}
      />
    </>
  );
}
