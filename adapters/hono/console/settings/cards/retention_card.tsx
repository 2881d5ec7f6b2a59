import { z } from "@hono/zod-openapi";
import {
  RETENTION_DAYS_MAX,
  RETENTION_KINDS,
  type RetentionDays,
  type RetentionKind,
} from "../../../../../src/privacy/retention.ts";
import { integerText } from "../../../fields.ts";
import { TextField } from "../../parts/field.tsx";
import { tenantCard } from "./tenant_card.ts";

const WORDS: Readonly<
  Record<RetentionKind, { readonly label: string; readonly hint: string }>
> = {
  raw_payloads: {
    label: "What was received, as it was sent",
    hint: "Of records that are decided; the records themselves stay.",
  },
  deliveries: {
    label: "Deliveries of records",
    hint: "Once taken in; a month is longer than any sender tries again.",
  },
  idempotency: {
    label: "Answers kept for repeated requests",
    hint: "What a program repeats later is done afresh.",
  },
  model_answers: {
    label: "Answers of the language model",
    hint: "So long the same question costs nothing.",
  },
  dead_letters: {
    label: "Dead letters",
    hint: "Counted from when they were sent again.",
  },
  invitations: {
    label: "Invitations",
    hint: "Counted from when they ended.",
  },
  reports: {
    label: "Reports",
    hint: "Figures and files, counted from when they were done.",
  },
};

const days = integerText({ min: 1, max: RETENTION_DAYS_MAX }).optional();

function ofEach<T>(make: (kind: RetentionKind) => T) {
  return Object.fromEntries(
    RETENTION_KINDS.map((kind) => [kind, make(kind)]),
  ) as Record<RetentionKind, T>;
}

/** For how many days what serves a while only is kept. */
export const retentionCard = tenantCard({
  path: "/settings/retention",
  title: "Days until it goes",

  lead:
    "What is older goes within a day, and nothing brings it back. A plan may keep things for less.",
  labels: ofEach((kind) => WORDS[kind].label),
  units: ofEach(() => "days"),
  blank: ofEach(() => "for ever"),
  form: z.object(ofEach(() => days)),
  values: ({ settings: { retention } }) =>
    ofEach((kind) => String(retention[kind] ?? "")),
  change: (form) => ({
    settings: {
      retention: ofEach((kind) => form[kind] ?? null) satisfies RetentionDays,
    },
  }),
  Fields: ({ form }) => (
    <div class="fields days">
      <p class="quiet">Whole days, 1 to 3,650. Blank: for ever.</p>
      {RETENTION_KINDS.map((kind) => (
        <TextField form={form} name={kind} {...WORDS[kind]} />
      ))}
    </div>
  ),
});
