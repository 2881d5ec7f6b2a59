import { z } from "@hono/zod-openapi";
import type { Failure, Flaw } from "../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../src/kernel/result.ts";
import { documentRuleSchema } from "../../../src/rules/files/document_schema.ts";
import type { DocumentRule } from "../../../src/rules/files/rule_document.ts";
import { ruleFailures, RULES_MAX } from "../../../src/rules/rule.ts";
import {
  importRules,
  type RulesImport,
} from "../../../src/rules/use_cases/import_rules.ts";
import { readBy } from "../flaws_in.ts";
import { anyJson } from "../json_schema.ts";
import { requestFailures } from "../request_failures.ts";
import { route, type Told } from "../route.ts";
import { FORMATS } from "./rule_document_schema.ts";

/** More flaws than anyone reads. */
const FLAWS_MAX = 50;

/** A document of rules. They are read one by one (`readRules`), so that reading ends where the flaws are enough. */
export const documentSchema = z.strictObject({
  version: z.literal(1),
  rules: z.array(z.unknown()).openapi({
    type: "array",
    items: { $ref: "#/components/schemas/DocumentRule" },
    maxItems: RULES_MAX,
  }),
}).openapi("RuleDocumentSent");

const diffSchema = z.object({
  dry_run: z.boolean(),
  ruleset_version: z.number().int().openapi({
    description: "Now in force",
  }),
  created: z.array(z.object({
    rule_id: z.string().nullable().openapi({
      description: "Null in a dry run",
    }),
    name: z.string(),
    position: z.number().int(),
  })),
  changed: z.array(z.object({
    rule_id: z.string(),
    version: z.number().int(),
    changes: z.array(z.object({
      field: z.string(),
      before: anyJson,
      after: anyJson,
    })),
  })),
  removed: z.array(z.object({ rule_id: z.string(), name: z.string() })),
  moved: z.array(z.object({
    rule_id: z.string(),
    from: z.number().int(),
    to: z.number().int(),
  })).openapi({
    description: "The fewest that make the new order; 0 is first",
  }),
  unchanged: z.number().int(),
}).openapi("RulesImport");

/** Takes a file of rules in the place of those in force. */
export const importRulesRoute = route({
  method: "post",
  path: "/rules/import",
  expensive: true,
  tag: "rules",
  summary: "Import rules",
  description:
    "Puts the rules of a document in the place of all that are in force, in one version. A rule whose id is in force is changed, any other is created with an id of its own, and a rule in force that the document does not have is removed.",
  action: "rules.write",
  query: z.strictObject({
    format: z.enum(FORMATS).optional().openapi({
      description: "The Content-Type decides; refused where it says otherwise",
    }),
    dry_run: z.enum(["true", "false"]).optional().openapi({
      description: "`true`: tell what would change, and change nothing",
    }),
  }),
  ifMatch: true,
  etag: true,
  body: {
    schema: documentSchema,
    example: {
      version: 1,
      rules: [{
        name: "Timber is material",
        when: { field: "description", op: "contains", value: "timber yard" },
        then: { counterparty: "Timber Yard" },
      }],
    },
    yaml: true,
    anyLength: true,
  },
  answer: {
    status: 200,
    description: "What changed",
    schema: diffSchema,
  },
  refusals: [
    ruleFailures.document_invalid(),
    ruleFailures.too_many(),
    ruleFailures.backtest_required(),
    ruleFailures.stale(),
  ],
  async handle({ deps, scope, query, body, seenVersion, isYaml }) {
    if (query.format !== undefined && (query.format === "yaml") !== isYaml) {
      return fail(requestFailures.invalid({
        errors: [{
          parameter: "format",
          detail: "is not what the Content-Type says",
        }],
      }));
    }
    const rules = readRules(body.rules);
    if (!rules.ok) return rules;
    const dryRun = query.dry_run === "true";
    const made = await importRules(deps, scope, {
      rules: rules.value,
      dryRun,
      seenVersion,
    });
    if (!made.ok) return made;
    return ok({
      body: importJson(made.value, dryRun),
      version: made.value.ruleSetVersion,
    });
  },
});

/** Reads the rules of a document; what is wrong is told of each, up to `FLAWS_MAX` places. */
export function readRules(
  sent: readonly unknown[],
): Result<readonly DocumentRule[], Failure> {
  if (sent.length > RULES_MAX) {
    return fail(ruleFailures.too_many({ limit: RULES_MAX }));
  }
  const rules: DocumentRule[] = [];
  const flaws: Flaw[] = [];
  for (const [index, one] of sent.entries()) {
    const read = readBy(documentRuleSchema, one);
    if (read.ok) rules.push(read.value);
    else {
      flaws.push(...read.flaws.map(({ pointer, detail }) => ({
        pointer: `/rules/${index}${pointer}`,
        detail,
      })));
    }
    if (flaws.length >= FLAWS_MAX) break;
  }
  return flaws.length > 0
    ? fail(requestFailures.invalid({}, flaws.slice(0, FLAWS_MAX)))
    : ok(rules);
}

function importJson(
  { diff, ruleSetVersion }: RulesImport,
  dryRun: boolean,
): Told<z.input<typeof diffSchema>> {
  return {
    dry_run: dryRun,
    ruleset_version: ruleSetVersion,
    created: diff.created.map(({ rule, position }) => ({
      rule_id: dryRun ? null : rule.id,
      name: rule.name,
      position,
    })),
    changed: diff.changed.map(({ after, changes }) => ({
      rule_id: after.id,
      version: after.version,
      changes,
    })),
    removed: diff.removed.map(({ id, name }) => ({ rule_id: id, name })),
    moved: diff.moved.map(({ id, from, to }) => ({ rule_id: id, from, to })),
    unchanged: diff.unchanged,
  };
}
