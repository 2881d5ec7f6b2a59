import { SelectField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";

/** How the sender of webhooks signs, and its secret. */
export function HookFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <SelectField
        form={form}
        name="scheme"
        label="How the sender signs"
        choices={[
          ["standard", "Standard Webhooks"],
          ["stripe", "Stripe"],
          ["github", "GitHub"],
          ["hmac", "Another HMAC, as told below"],
        ]}
      />
      <TextField
        form={form}
        name="secret"
        label="The sender's secret"
        hint="Blank: one is made for you, and shown once."
        type="password"
        required={false}
      />
      <details {...HMAC.some((name) => form.flaws.has(name)) && { open: true }}>
        <summary>Another HMAC</summary>
        <div class="fields">
          <TextField
            form={form}
            name="signature_header"
            label="Header of the signature"
          />
          <TextField
            form={form}
            name="signature_prefix"
            label="What stands before it"
            required={false}
          />
          <SelectField
            form={form}
            name="algorithm"
            label="Hash"
            choices={[["sha256", "SHA-256"], ["sha512", "SHA-512"]]}
          />
          <SelectField
            form={form}
            name="encoding"
            label="Written in"
            choices={[["hex", "Hexadecimal"], ["base64", "Base 64"]]}
          />
          <TextField
            form={form}
            name="timestamp_header"
            label="Header of the time"
            hint="Unix seconds; the signature is then over time.body."
            required={false}
          />
          <TextField
            form={form}
            name="id_header"
            label="Header of the id"
            required={false}
          />
          <TextField
            form={form}
            name="id_pointer"
            label="Place of the id in the body"
            hint="Such as /data/id. The hash of the body where neither tells it."
            required={false}
          />
        </div>
      </details>
    </>
  );
}

const HMAC = [
  "signature_header",
  "signature_prefix",
  "algorithm",
  "encoding",
  "timestamp_header",
  "id_header",
  "id_pointer",
];
