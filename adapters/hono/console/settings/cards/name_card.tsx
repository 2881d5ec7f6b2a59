import { z } from "@hono/zod-openapi";
import { name } from "../../../fields.ts";
import { TextField } from "../../parts/field.tsx";
import { tenantCard } from "./tenant_card.ts";

const labels = { name: "Name" };

/** What the company is called. */
export const nameCard = tenantCard({
  path: "/settings/name",
  title: "The company",
  lead: "As it is called in the console and in e-mails.",
  labels,
  blank: {},
  form: z.object({ name: name() }),
  values: ({ name }) => ({ name }),
  change: ({ name }) => ({ name }),
  Fields: ({ form }) => (
    <TextField
      form={form}
      name="name"
      label={labels.name}
      required
      maxlength={200}
    />
  ),
});
