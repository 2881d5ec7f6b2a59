import { z } from "@hono/zod-openapi";
import { Document, isNode } from "yaml";
import { ok } from "../../../src/kernel/result.ts";
import type { RuleDocument } from "../../../src/rules/files/rule_document.ts";
import { exportRules } from "../../../src/rules/use_cases/export_rules.ts";
import { route } from "../route.ts";
import { FORMATS, ruleDocumentSchema } from "./rule_document_schema.ts";

/** The rules as a file. */
export const exportRulesRoute = route({
  method: "get",
  path: "/rules/export",
  expensive: true,
  tag: "rules",
  summary: "Export the rules",
  description:
    "The whole set as one document, laid out so that two versions of it compare line by line. `POST /rules/import` takes it back.",
  action: "rules.read",
  query: z.strictObject({
    format: z.enum(FORMATS).optional().openapi({
      description: "`json` where absent",
    }),
  }),
  etag: true,
  answer: {
    status: 200,
    description: "The document; its version is that of the whole set",
    schema: ruleDocumentSchema,
    yaml: true,
  },
  async handle({ deps, scope, query }) {
    const exported = await exportRules(deps, scope);
    if (!exported.ok) return exported;
    const { document, ruleSetVersion } = exported.value;
    return ok({
      body: document,
      written: query.format === "yaml"
        ? { contentType: "application/yaml", content: inYaml(document) }
        : { contentType: "application/json", content: inJson(document) },
      version: ruleSetVersion,
    });
  },
});

/** A line for each rule: laid out wider, the largest sets would be larger than what is taken back. */
function inJson({ version, rules }: RuleDocument): string {
  const lines = rules.map((rule) => JSON.stringify(rule)).join(",\n");
  return `{"version":${version},"rules":[\n${lines}\n]}\n`;
}

/** YAML that older readers, for whom `no` is false, understand as well. An empty line stands between rules. */
function inYaml({ version, rules }: RuleDocument): string {
  const options = { aliasDuplicateObjects: false, compat: "yaml-1.1" } as const;
  const document = new Document({ version, rules: [] }, options);
  const nodes = rules.map((rule, index) => {
    const node = document.createNode(rule, options);
    if (isNode(node) && index > 0) node.spaceBefore = true;
    return node;
  });
  document.set("rules", document.createNode(nodes));
  return document.toString({ lineWidth: 0 });
}
