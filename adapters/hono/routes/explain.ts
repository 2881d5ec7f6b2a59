import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { explainRecord } from "../../../src/processing/use_cases/explain_record.ts";
import { recordFailures } from "../../../src/records/record.ts";
import { instant } from "../fields.ts";
import { route } from "../route.ts";
import { recordJson, recordSchema } from "./record_schema.ts";
import { ruleInSetSchema } from "./rule_schemas.ts";
import { traceSchema } from "./trace_schema.ts";

const explanationSchema = z.object({
  record: recordSchema,
  reasoning_trace: traceSchema,
  rules: z.array(ruleInSetSchema).openapi({
    description:
      "The rules of the set that the trace names, tried on the record as it is now",
  }),
  category_names: z.record(z.string(), z.string()).openapi({
    description: "Of the categories that the trace mentions, by id",
  }),
}).openapi("Explanation");

export const explainRoute = route({
  method: "get",
  path: "/records/{id}/explain",
  tag: "records",
  summary: "Explain a record's decision",
  description:
    "The trace in full: each rule tried or skipped and why, the approved records alike, the model's answer, and the thresholds then in force.",
  action: "records.read",
  id: {
    prefix: "rec",
    missing: (id: string) => recordFailures.missing({ record_id: id }),
  },
  query: z.strictObject({
    at: instant.optional().openapi({
      description: "As it was then; now where absent",
    }),
  }),
  answer: {
    status: 200,
    description: "Why the record is where it is",
    schema: explanationSchema,
  },
  refusals: [recordFailures.not_processed()],
  async handle({ deps, scope, id, query }) {
    const found = await explainRecord(deps, scope, id, query.at ?? null);
    if (!found.ok) return found;
    const { record, trace, rules, categoryNames } = found.value;
    return ok({
      body: {
        record: recordJson(record),
        reasoning_trace: trace,
        rules,
        category_names: categoryNames,
      },
    });
  },
});
