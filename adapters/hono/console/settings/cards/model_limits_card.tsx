import { z } from "@hono/zod-openapi";
import { formatUsd, readUsd } from "../../../../../src/kernel/usd.ts";
import { integerText } from "../../../fields.ts";
import { CheckField, TextField } from "../../parts/field.tsx";
import { tenantCard } from "./tenant_card.ts";

const labels = {
  llm_enabled: "Ask it where nothing else knows",
  usd_per_month: "US dollars a month",
  tokens_per_month: "Tokens a month",
};

const usd = z.string().transform((given, context) => {
  const read = readUsd(given.trim());
  if ("micros" in read) return read.micros;
  context.addIssue({ code: "custom", message: read.wrong });
  return z.NEVER;
});

/** Whether the language model is asked, and what that may cost. */
export const modelLimitsCard = tenantCard({
  path: "/settings/model/limits",
  title: "Whether it is asked",
  lead: "And what that may come to in a calendar month.",
  labels,
  blank: { usd_per_month: "no limit", tokens_per_month: "no limit" },
  form: z.object({
    llm_enabled: z.literal("on").optional(),
    usd_per_month: usd.optional(),
    tokens_per_month: integerText({ min: 0, max: 1_000_000_000_000 })
      .optional(),
  }),
  values({ settings: { model: { enabled, budget } } }) {
    const { microsPerMonth, tokensPerMonth } = budget;
    return {
      llm_enabled: enabled ? "on" : "",
      usd_per_month: microsPerMonth === null ? "" : formatUsd(microsPerMonth),
      tokens_per_month: String(tokensPerMonth ?? ""),
    };
  },
  change: ({ llm_enabled, usd_per_month, tokens_per_month }) => ({
    settings: {
      model: {
        enabled: llm_enabled !== undefined,
        budget: {
          microsPerMonth: usd_per_month ?? null,
          tokensPerMonth: tokens_per_month ?? null,
        },
      },
    },
  }),
  Fields: ({ form }) => (
    <>
      <CheckField form={form} name="llm_enabled" label={labels.llm_enabled} />
      <TextField
        form={form}
        name="usd_per_month"
        label={labels.usd_per_month}
        hint="What it may cost at most; then people are asked instead. Blank: no limit."
        required={false}
      />
      <TextField
        form={form}
        name="tokens_per_month"
        label={labels.tokens_per_month}
        hint="In and out together. Blank: no limit."
        required={false}
      />
    </>
  ),
});
