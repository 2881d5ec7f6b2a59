import type { ApiKey } from "../../../../src/tenancy/api_key.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { Card } from "../parts/card.tsx";
import { SelectField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { keyPath } from "./member_path.ts";

const OVERLAPS = [
  ["0", "Not at all: the old one ends now"],
  ["3600", "An hour"],
  ["86400", "A day"],
  ["604800", "A week"],
] as const;

/** Rotating and revoking a key that works. */
export function KeyActions(
  { apiKey: { id, name, replacedBy }, form }: {
    readonly apiKey: ApiKey;
    readonly form: FormState;
  },
) {
  const at = keyPath(id);
  return (
    <Card title="Rotate, revoke">
      {replacedBy === null && (
        <form method="post" action={`${at}/rotate`} class="fields">
          <p>
            Rotating makes a key with the same rights in its place, whose secret
            you get once.
          </p>
          <SelectField
            form={form}
            name="overlap_s"
            label="How long both work"
            value="86400"
            choices={OVERLAPS}
          />
          <div class="buttons">
            <button type="submit">Rotate</button>
          </div>
        </form>
      )}
      <p class="more">
        Revoking ends it at once. Whatever uses it is refused from then on.
      </p>
      <Ask
        id="revoke"
        button="Revoke"
        tone="danger"
        title={`Revoke “${name}”?`}
      >
        <p>It opens nothing any more, and cannot be brought back.</p>
        <form method="post" action={`${at}/revoke`} class="buttons">
          <button type="submit" class="danger">Revoke key</button>
          <Cancel of="revoke" />
        </form>
      </Ask>
    </Card>
  );
}
