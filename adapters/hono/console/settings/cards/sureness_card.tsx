import { z } from "@hono/zod-openapi";
import { TextField } from "../../parts/field.tsx";
import { percentField, percentValue } from "../percent_field.ts";
import { tenantCard } from "./tenant_card.ts";

const labels = {
  target_precision: "Target precision",
  audit_rate: "Audit rate",
};

/** How sure it must be before nobody is asked, and how that is known. */
export const surenessCard = tenantCard({
  path: "/settings/deciding/sureness",
  title: "How sure it must be",
  lead:
    "Before a record is settled without a person, and how you know that it was right.",
  labels,
  units: { target_precision: "per cent", audit_rate: "per cent" },
  blank: {},
  form: z.object({
    target_precision: percentField({ min: 50, max: 99.9 }),
    audit_rate: percentField({ min: 0, max: 100 }),
  }),
  values: ({ settings }) => ({
    target_precision: percentValue(settings.targetPrecision),
    audit_rate: percentValue(settings.auditRate),
  }),
  change: ({ target_precision, audit_rate }) => ({
    settings: { targetPrecision: target_precision, auditRate: audit_rate },
  }),
  Fields: ({ form }) => (
    <>
      <TextField
        form={form}
        name="target_precision"
        label={labels.target_precision}
        hint="Per cent, 50 to 99.9: how much of what is settled without a person must be right. Higher asks people more often."
        required
      />
      <TextField
        form={form}
        name="audit_rate"
        label={labels.audit_rate}
        hint="Per cent: how much of what was settled people are asked about all the same, so that the precision is known."
        required
      />
    </>
  ),
});
