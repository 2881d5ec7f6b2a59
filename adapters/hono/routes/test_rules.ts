import { z } from "@hono/zod-openapi";
import type { JsonObject } from "../../../src/kernel/json.ts";
import { ok } from "../../../src/kernel/result.ts";
import { recordFailures } from "../../../src/records/record.ts";
import { ruleFailures } from "../../../src/rules/rule.ts";
import { ruleSchema } from "../../../src/rules/rule_schema.ts";
import {
  type RulesTrial,
  testRules,
} from "../../../src/rules/use_cases/test_rules.ts";
import { idText } from "../fields.ts";
import { anyJson, attributeValue } from "../json_schema.ts";
import { route } from "../route.ts";
import {
  asOfNamed,
  asOfTime,
  refuseBoth,
  RULESET_VERSION_MAX,
} from "./as_of.ts";
import { newRecord, oneIncoming } from "./new_record_schema.ts";
import { fieldsSetSchema, ruleInSetSchema } from "./rule_schemas.ts";

const trialSchema = z.strictObject({
  record_id: idText("rec", "a record").optional(),
  record: newRecord.partial({ external_id: true }).optional().openapi({
    description: "A record as `POST /records` takes it; it is not kept",
  }),
  rule: ruleSchema.optional(),
  rule_id: idText("rule", "a rule").optional(),
  at: asOfTime,
  ruleset_version: z.int().min(0).max(RULESET_VERSION_MAX).optional(),
}).superRefine((given, context) => {
  const wrong = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (given.record_id === undefined && given.record === undefined) {
    wrong("record_id", "is missing, and so is record");
  }
  if (given.record_id !== undefined && given.record !== undefined) {
    wrong("record", "does not go with record_id");
  }
  if (given.rule !== undefined) {
    for (const name of ["rule_id", "at", "ruleset_version"] as const) {
      if (given[name] !== undefined) wrong(name, "does not go with rule");
    }
  }
  refuseBoth(given, context);
}).openapi("RulesTestRequest");

const expectedSchema = z.object({
  category_id: z.string().nullable(),
  counterparty: z.string().nullable(),
  attributes: z.record(z.string(), attributeValue),
  review: z.boolean(),
  changes: z.array(z.object({
    field: z.string().openapi({ example: "attributes.unit" }),
    before: anyJson,
    after: anyJson,
    rule_id: z.string().nullable().openapi({
      description: "Null where no rule sets the field any more",
    }),
    rule_version: z.number().int().nullable(),
  })),
}).openapi("ExpectedRecord");

/** Tries rules on one record and writes nothing. */
export const testRulesRoute = route({
  method: "post",
  path: "/rules/test",
  expensive: true,
  tag: "rules",
  summary: "Try rules on a record",
  description:
    "A stored record or one that is sent; one draft rule (`rule`), one in force (`rule_id`) among all others, or every rule; of now, or of a time or version. Tells which rules matched, which condition failed, why another rule won, and what the record would become.",
  action: "rules.read",
  body: {
    schema: trialSchema,
    example: { record_id: "rec_01kx2m6v9dfk3tqz8w5y7r4b1c" },
  },
  answer: {
    status: 200,
    description: "What the rules would set, and each rule's outcome",
    schema: z.object({
      considered: z.number().int(),
      matched: z.string().nullable(),
      hits: z.array(
        z.object({ rule_id: z.string(), version: z.number().int() }),
      ),
      sets: fieldsSetSchema,
      rules: z.array(ruleInSetSchema),
      becomes: expectedSchema,
      ruleset_version: z.number().int().nullable().openapi({
        description: "Null for a draft",
      }),
    }).openapi("RulesTest"),
  },
  refusals: [
    recordFailures.missing(),
    recordFailures.unknown_connection(),
    ruleFailures.missing(),
    ruleFailures.set_missing(),
  ],
  async handle({ deps, scope, body, sent }) {
    const tried = await testRules(deps, scope, trialOf(body, sent as Sent));
    if (!tried.ok) return tried;
    const { outcome, rules, becomes, ruleSetVersion } = tried.value;
    const { considered, matched, hits, sets } = outcome;
    return ok({
      body: {
        ...{ considered, matched, hits, sets, rules, becomes },
        ruleset_version: ruleSetVersion,
      },
    });
  },
});

interface Sent {
  readonly record?: JsonObject;
}

function trialOf(
  body: z.output<typeof trialSchema>,
  sent: Sent,
): RulesTrial {
  const { record, record_id: id, rule, rule_id } = body;
  const incoming = record && oneIncoming(
    { ...record, external_id: record.external_id ?? "" },
    sent.record ?? {},
  );
  if (id === undefined && incoming === undefined) {
    throw new Error("the schema lets no trial without a record pass");
  }
  return {
    record: id === undefined ? { incoming: incoming! } : { id },
    rules: rule === undefined
      ? { told: rule_id ?? null, asOf: asOfNamed(body) }
      : { draft: rule },
  };
}
