import { z } from "@hono/zod-openapi";
import { readBy } from "../../../flaws_in.ts";
import { text } from "../../../fields.ts";
import { TextArea, TextField } from "../../parts/field.tsx";
import { linesField } from "../lines_field.ts";
import { percentField, percentValue } from "../percent_field.ts";
import { tenantCard } from "./tenant_card.ts";

const labels = {
  similarity_threshold: "Likeness that settles",
  context_attributes: "What tells equal texts apart",
};

const attribute = text(64);

/** When records count as alike. */
export const likenessCard = tenantCard({
  path: "/settings/deciding/likeness",
  title: "Records that are alike",
  lead: "What people approved before decides what comes next.",
  labels,
  units: { similarity_threshold: "per cent" },
  blank: {
    similarity_threshold: "as learned, to keep the target",
    context_attributes: "nothing",
  },
  form: z.object({
    similarity_threshold: percentField({ min: 0, max: 100 }).optional(),
    context_attributes: linesField(10, (line) => {
      const read = readBy(attribute, line);
      return read.ok
        ? { value: read.value }
        : { wrong: read.flaws[0]?.detail ?? "cannot be read" };
    }).refine((names) => new Set(names).size === names.length, {
      error: "names one twice",
    }).optional(),
  }),
  values: ({ settings: { similarityThreshold, contextAttributes } }) => ({
    similarity_threshold: similarityThreshold === null
      ? ""
      : percentValue(similarityThreshold),
    context_attributes: contextAttributes.join("\n"),
  }),
  change: ({ similarity_threshold, context_attributes }) => ({
    settings: {
      similarityThreshold: similarity_threshold ?? null,
      contextAttributes: context_attributes ?? [],
    },
  }),
  Fields: ({ form }) => (
    <>
      <TextField
        form={form}
        name="similarity_threshold"
        label={labels.similarity_threshold}
        hint="Per cent: a record that is so much like approved ones is settled without a person, whatever was learned. Blank: what was learned decides, so that the target is kept."
        required={false}
      />
      <TextArea
        form={form}
        name="context_attributes"
        label={labels.context_attributes}
        hint="Attributes of your records, one a line, ten at most, such as cost_centre: the same text of another cost centre is then something else."
        required={false}
        rows={4}
      />
    </>
  ),
});
