import { z } from "@hono/zod-openapi";
import { formatUsd, readUsd } from "../../../src/kernel/usd.ts";
import {
  PROMPT_VERSION_NEWEST,
  PROMPT_VERSIONS,
} from "../../../src/processing/model/prompt.ts";
import { resetsAt } from "../../../src/kernel/month.ts";
import type { ModelMonth } from "../../../src/processing/model/spend.ts";
import type { ModelUsage } from "../../../src/processing/use_cases/read_model_usage.ts";
import {
  type ModelSettings,
  type ModelSettingsChange,
  toldModel,
} from "../../../src/tenancy/model_settings.ts";
import { text } from "../fields.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const TOKENS_MAX = 1_000_000_000_000;

const toldUsd = z.string().openapi({
  description: "US dollars, exact to a millionth",
  example: "10.00",
});

/** An amount of US dollars as decimal text. */
const usd = z.string({ error: "is not text" }).transform((given, context) => {
  const read = readUsd(given);
  if ("micros" in read) return read.micros;
  context.addIssue({ code: "custom", message: read.wrong });
  return z.NEVER;
}).openapi({
  type: "string",
  pattern: "^\\d{1,12}(\\.\\d{1,6})?$",
  example: "25.00",
});

/** How a tenant's records may be put to a language model, as it is told. */
export const llmSchema = z.object({
  enabled: z.boolean(),
  model: z.string().nullable(),
  prompt_version: z.number().int().nullable(),
  temperature: z.number().nullable(),
  tokens_per_month: z.number().int().nullable(),
  usd_per_month: toldUsd.nullable(),
}).openapi("Llm");

export function llmJson(
  settings: ModelSettings,
): Told<z.input<typeof llmSchema>> {
  return toldModel(settings);
}

/** What of it may be changed; a part that is left out stays. */
export const llmChangeSchema = z.strictObject({
  enabled: z.boolean({ error: "is not a boolean" }).optional(),
  model: text(128).nullable().optional().openapi({
    description: "A model of the service's provider; null: the service's own",
  }),
  prompt_version: z.number().int().refine(
    (version) => PROMPT_VERSIONS.includes(version),
    { error: `is none of ${PROMPT_VERSIONS.join(", ")}` },
  ).nullable().optional().openapi({
    enum: [...PROMPT_VERSIONS, null],
    example: PROMPT_VERSION_NEWEST,
    description: "null: the newest",
  }),
  temperature: z.number().min(0).max(2).nullable().optional().openapi({
    description: "null: the provider's own",
  }),
  tokens_per_month: z.number().int().min(0).max(TOKENS_MAX).nullable()
    .optional().openapi({
      description: "Of input and output together; null: no limit",
    }),
  usd_per_month: usd.nullable().optional().openapi({
    type: ["string", "null"],
    description: "null: no limit",
  }),
}).refine((given) => Object.keys(given).length > 0, {
  error: "changes nothing",
}).openapi("LlmChange", { minProperties: 1 });

export function llmChange(
  given: z.output<typeof llmChangeSchema>,
): ModelSettingsChange {
  const { prompt_version, tokens_per_month, usd_per_month } = given;
  const { enabled, model, temperature } = given;
  return {
    ...enabled !== undefined && { enabled },
    ...model !== undefined && { model },
    ...prompt_version !== undefined && { promptVersion: prompt_version },
    ...temperature !== undefined && { temperature },
    budget: {
      ...tokens_per_month !== undefined &&
        { tokensPerMonth: tokens_per_month },
      ...usd_per_month !== undefined && { microsPerMonth: usd_per_month },
    },
  };
}

const monthSchema = z.object({
  month: z.string().openapi({ example: "2026-03" }),
  tokens: z.number().int(),
  usd: toldUsd,
  calls: z.number().int(),
  answered: z.number().int(),
  failed: z.number().int(),
  cached: z.number().int().openapi({
    description: "Records whose answer was known, which cost nothing",
  }),
});

/** What calls of the model came to, by month. */
export const llmUsageSchema = z.object({
  current: monthSchema.extend({
    tokens_limit: z.number().int().nullable(),
    usd_limit: toldUsd.nullable(),
    resets_at: told,
  }),
  earlier: z.array(monthSchema),
}).openapi("LlmUsage");

export function llmUsageJson(
  { budget, current, earlier }: ModelUsage,
): Told<z.input<typeof llmUsageSchema>> {
  const { tokensPerMonth, microsPerMonth } = budget;
  return {
    current: {
      ...monthJson(current),
      tokens_limit: tokensPerMonth,
      usd_limit: microsPerMonth === null ? null : formatUsd(microsPerMonth),
      resets_at: resetsAt(current.month),
    },
    earlier: earlier.map(monthJson),
  };
}

function monthJson({ micros, ...month }: ModelMonth) {
  const { tokens, calls, answered, failed, cached } = month;
  return {
    month: month.month,
    tokens,
    usd: formatUsd(micros),
    calls,
    answered,
    failed,
    cached,
  };
}
