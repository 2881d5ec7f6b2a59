import { z } from "@hono/zod-openapi";
import { documentRuleSchema } from "../../../src/rules/files/document_schema.ts";

export const FORMATS = ["json", "yaml"] as const;

/** A whole set of rules, as it is told. */
export const ruleDocumentSchema = z.object({
  version: z.literal(1),
  rules: z.array(documentRuleSchema),
}).openapi("RuleDocument");
