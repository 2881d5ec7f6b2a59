import { z } from "@hono/zod-openapi";
import { PROMPT_VERSIONS } from "../../../../../src/processing/model/prompt.ts";
import { text } from "../../../fields.ts";
import { SelectField, TextField } from "../../parts/field.tsx";
import { decimalField, decimalValue } from "../decimal_field.ts";
import { tenantCard } from "./tenant_card.ts";

const labels = {
  model: "Model",
  prompt_version: "Instructions",
  temperature: "Temperature",
};

/** Which model is asked, and how. */
export const modelChoiceCard = tenantCard({
  path: "/settings/model/choice",
  title: "How it is asked",
  lead: "Best left as it is, unless you compare models.",
  labels,
  blank: {
    model: "the service’s own choice",
    prompt_version: "the newest",
    temperature: "the provider’s own",
  },
  form: z.object({
    model: text(128).optional(),
    prompt_version: z.enum(PROMPT_VERSIONS.map(String)).optional(),
    temperature: decimalField({ min: 0, max: 2 }).optional(),
  }),
  values: ({ settings: { model: { model, promptVersion, temperature } } }) => ({
    model: model ?? "",
    prompt_version: String(promptVersion ?? ""),
    temperature: temperature === null ? "" : decimalValue(temperature),
  }),
  change: ({ model, prompt_version, temperature }) => ({
    settings: {
      model: {
        model: model ?? null,
        promptVersion: prompt_version === undefined
          ? null
          : Number(prompt_version),
        temperature: temperature ?? null,
      },
    },
  }),
  Fields: ({ form }) => (
    <>
      <TextField
        form={form}
        name="model"
        label={labels.model}
        hint="As the service’s provider calls it. Blank: the service’s own choice."
        required={false}
        maxlength={128}
      />
      <SelectField
        form={form}
        name="prompt_version"
        label={labels.prompt_version}
        hint="What it is told about your categories and how to answer."
        none="The newest"
        choices={PROMPT_VERSIONS.map((one) => [`${one}`, `Version ${one}`])}
      />
      <TextField
        form={form}
        name="temperature"
        label={labels.temperature}
        hint="0 to 2: the higher, the more its answers vary. Blank: the provider’s own."
        required={false}
      />
    </>
  ),
});
