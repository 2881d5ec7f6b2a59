import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { type Tenant, tenantFailures } from "../../../src/tenancy/tenant.ts";
import { readModelUsage } from "../../../src/processing/use_cases/read_model_usage.ts";
import { changeTenant } from "../../../src/tenancy/use_cases/change_tenant.ts";
import { readTenant } from "../../../src/tenancy/use_cases/read_tenant.ts";
import { toldRetention } from "../../../src/privacy/retention.ts";
import { requestTenantErasure } from "../../../src/privacy/use_cases/request_tenant_erasure.ts";
import { name, text, textUpTo } from "../fields.ts";
import { told, toldMoney } from "../json_schema.ts";
import { fourEyesSchema } from "./four_eyes_schema.ts";
import {
  llmChange,
  llmChangeSchema,
  llmJson,
  llmSchema,
  llmUsageJson,
  llmUsageSchema,
} from "./llm_schemas.ts";
import {
  retentionChange,
  retentionChangeSchema,
  retentionSchema,
} from "./retention_schema.ts";
import { moneyJson } from "./record_schema.ts";
import { type Route, route, type Told } from "../route.ts";

const tag = "tenant";

const tenantSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  target_precision: z.number(),
  audit_rate: z.number(),
  similarity_threshold: z.number().nullable(),
  context_attributes: z.array(z.string()),
  require_backtest: z.boolean(),
  four_eyes_above: z.array(toldMoney),
  llm: llmSchema,
  retention: retentionSchema,
  created_at: told,
}).openapi("Tenant");

function tenantJson(
  { id, version, name, settings, createdAt }: Tenant,
): Told<z.input<typeof tenantSchema>> {
  return {
    id,
    version,
    name,
    target_precision: settings.targetPrecision,
    audit_rate: settings.auditRate,
    similarity_threshold: settings.similarityThreshold,
    context_attributes: settings.contextAttributes,
    require_backtest: settings.requireBacktest,
    four_eyes_above: settings.fourEyesAbove.map(moneyJson),
    llm: llmJson(settings.model),
    retention: toldRetention(settings.retention),
    created_at: createdAt,
  };
}

const read = route({
  method: "get",
  path: "/tenant",
  tag,
  summary: "Read the tenant",
  action: "tenant.read",
  etag: true,
  answer: { status: 200, description: "The tenant", schema: tenantSchema },
  async handle({ deps, scope }) {
    const found = await readTenant(deps, scope);
    if (!found.ok) return found;
    const { version } = found.value;
    return ok({ body: tenantJson(found.value), version });
  },
});

const changeSchema = z.strictObject({
  name: name().optional(),
  target_precision: z.number().min(0.5).max(0.999).optional().openapi({
    description:
      "The part of what is settled without a person that must be right",
  }),
  audit_rate: z.number().min(0).max(1).optional().openapi({
    description:
      "The part of what was settled without a person that people are asked about all the same",
  }),
  similarity_threshold: z.number().min(0).max(1).nullable().optional()
    .openapi({
      description:
        "A score from which proposals from approved records settle whatever was learned; null: the score that keeps the target precision",
    }),
  context_attributes: z.array(text(64)).max(10)
    .refine((names) => new Set(names).size === names.length, {
      error: "names an attribute twice",
    }).optional().openapi({
      description: "Attributes that tell equal texts apart",
      example: ["unit", "cost_centre"],
    }),
  four_eyes_above: fourEyesSchema,
  require_backtest: z.boolean({ error: "is not a boolean" }).optional().openapi(
    {
      description:
        "Whether rules change only by activating a back-test of the change",
    },
  ),
  llm: llmChangeSchema.optional(),
  retention: retentionChangeSchema.optional(),
}).refine((given) => Object.keys(given).length > 0, {
  error: "changes nothing",
}).openapi("TenantChange", { minProperties: 1 });

const change = route({
  method: "patch",
  path: "/tenant",
  tag,
  summary: "Rename the tenant or change how its records are decided",
  action: "tenant.write",
  ifMatch: true,
  etag: true,
  body: { schema: changeSchema, example: { target_precision: 0.98 } },
  answer: {
    status: 200,
    description: "The tenant as changed",
    schema: tenantSchema,
  },
  refusals: [tenantFailures.stale()],
  async handle({ deps, scope, body, seenVersion }) {
    const {
      name,
      target_precision,
      audit_rate,
      similarity_threshold,
      context_attributes,
      require_backtest,
      four_eyes_above,
      llm,
      retention,
    } = body;
    const changed = await changeTenant(deps, scope, {
      change: {
        ...name !== undefined && { name },
        settings: {
          ...target_precision !== undefined &&
            { targetPrecision: target_precision },
          ...audit_rate !== undefined && { auditRate: audit_rate },
          ...similarity_threshold !== undefined &&
            { similarityThreshold: similarity_threshold },
          ...context_attributes !== undefined &&
            { contextAttributes: context_attributes },
          ...require_backtest !== undefined &&
            { requireBacktest: require_backtest },
          ...four_eyes_above !== undefined &&
            { fourEyesAbove: four_eyes_above ?? [] },
          ...llm !== undefined && { model: llmChange(llm) },
          ...retention !== undefined &&
            { retention: retentionChange(retention) },
        },
      },
      seenVersion,
    });
    if (!changed.ok) return changed;
    const { version } = changed.value;
    return ok({ body: tenantJson(changed.value), version });
  },
});

const usage = route({
  method: "get",
  path: "/tenant/llm-usage",
  tag,
  summary: "What calls of the language model came to, this month and before",
  action: "tenant.read",
  answer: {
    status: 200,
    description: "This month with its limits, and the twelve before it",
    schema: llmUsageSchema,
  },
  async handle({ deps, scope }) {
    const found = await readModelUsage(deps, scope);
    return found.ok ? ok({ body: llmUsageJson(found.value) }) : found;
  },
});

const erase = route({
  method: "delete",
  path: "/tenant",
  tag,
  summary: "Erase the tenant",
  description:
    "For ever, and at once: every key and every member is out with the answer, and a job erases all that is kept. What stays is the chain of events without what they told.",
  action: "tenant.erase",
  body: {
    schema: z.strictObject({
      confirm: textUpTo(200).openapi({ description: "The tenant's name" }),
    }).openapi("TenantErasure"),
    example: { confirm: "Foxglove Joinery" },
  },
  answer: {
    status: 202,
    description: "The tenant's id, for whoever asks later",
    schema: z.object({ tenant_id: z.string() }).openapi("TenantErased"),
  },
  refusals: [tenantFailures.not_confirmed()],
  async handle({ deps, scope, body }) {
    const asked = await requestTenantErasure(deps, scope, body.confirm);
    return asked.ok ? ok({ body: { tenant_id: scope.tenantId } }) : asked;
  },
});

export const tenantRoutes: readonly Route[] = [read, change, erase, usage];
