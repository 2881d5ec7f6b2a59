import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import {
  type Finding,
  FINDING_KINDS,
  type Witness,
} from "../../../src/rules/overlaps/finding.ts";
import { findOverlaps } from "../../../src/rules/use_cases/find_overlaps.ts";
import { integerText } from "../fields.ts";
import { route, type Told } from "../route.ts";
import { contentJson, contentSchema } from "./record_schema.ts";

const DAYS_DEFAULT = 90;
const DAYS_MAX = 3_650;
/** Findings of one kind in an answer: more than a person goes through at once. */
const LISTED_MAX = 200;

const witnessSchema = z.union([
  z.object({ source: z.literal("history"), record_id: z.string() }),
  z.object({
    source: z.literal("constructed"),
    record: z.object({ connection_id: z.string(), ...contentSchema }),
  }),
]).openapi("OverlapWitness");

const findingSchema = z.object({
  kind: z.enum(FINDING_KINDS),
  proof: z.enum(["proven", "suspected"]),
  rule_ids: z.array(z.string()).openapi({
    description: "The rule it is about, then those it meets",
  }),
  because: z.string(),
  witness: witnessSchema.nullable().openapi({
    description: "A record that shows it: a sampled one, or one made and tried",
  }),
  figures: z.record(
    z.string(),
    z.union([z.number(), z.string(), z.boolean(), z.null()]),
  ).optional(),
}).openapi("OverlapFinding");

/** What is wrong with the rules in force. */
export const overlapsRoute = route({
  method: "get",
  path: "/rules/overlaps",
  expensive: true,
  tag: "rules",
  summary: "Find what is wrong with the rules",
  description:
    "Rules that say the same, never win, contradict one another, never hit, or match too much: proven by the rules themselves, or suspected from the latest 5,000 records.",
  action: "rules.read",
  query: z.strictObject({
    days: integerText({ min: 1, max: DAYS_MAX }).optional().openapi({
      description:
        `A rule that no record hit for so many days is dead; ${DAYS_DEFAULT} where absent`,
    }),
    limit: integerText({ min: 1, max: LISTED_MAX }).optional().openapi({
      description: `Findings listed of each kind; ${LISTED_MAX} where absent`,
    }),
  }),
  answer: {
    status: 200,
    description: "The findings, proven before suspected",
    schema: z.object({
      findings: z.array(findingSchema),
      totals: z.object({
        duplicate: z.number().int(),
        shadowed: z.number().int(),
        conflicting: z.number().int(),
        dead: z.number().int(),
        over_broad: z.number().int(),
      }).openapi({ description: "Of each kind, also those not listed" }),
      complete: z.boolean().openapi({
        description:
          "False where a limit ended a comparison: there may be more than the totals tell",
      }),
      rules: z.number().int().openapi({ description: "Enabled rules" }),
      records: z.number().int().openapi({ description: "Sampled records" }),
      days: z.number().int(),
      ruleset_version: z.number().int(),
    }).openapi("RuleOverlaps"),
  },
  async handle({ deps, scope, query }) {
    const { days = DAYS_DEFAULT, limit = LISTED_MAX } = query;
    const found = await findOverlaps(deps, scope, { days, limit });
    if (!found.ok) return found;
    const { findings, ruleSetVersion, ...others } = found.value;
    return ok({
      body: {
        findings: findings.map(findingJson),
        ...others,
        days,
        ruleset_version: ruleSetVersion,
      },
    });
  },
});

function findingJson(finding: Finding): Told<z.input<typeof findingSchema>> {
  const { kind, proof, ruleIds, because, witness, figures } = finding;
  return {
    kind,
    proof,
    rule_ids: ruleIds,
    because,
    witness: witness && witnessJson(witness),
    ...figures && { figures },
  };
}

function witnessJson(witness: Witness): Told<z.input<typeof witnessSchema>> {
  if (witness.source === "history") {
    return { source: "history", record_id: witness.recordId };
  }
  const { record } = witness;
  return {
    source: "constructed",
    record: { connection_id: record.connectionId, ...contentJson(record) },
  };
}
