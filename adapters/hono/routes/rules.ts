import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../src/kernel/result.ts";
import { ruleFailures, RULES_MAX } from "../../../src/rules/rule.ts";
import {
  ruleChangesSchema,
  ruleSchema as ruleDefinitionSchema,
} from "../../../src/rules/rule_schema.ts";
import { changeRule } from "../../../src/rules/use_cases/change_rule.ts";
import { createRule } from "../../../src/rules/use_cases/create_rule.ts";
import { listRules } from "../../../src/rules/use_cases/list_rules.ts";
import { removeRule } from "../../../src/rules/use_cases/remove_rule.ts";
import { integerText } from "../fields.ts";
import {
  pageInOrder,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { requestFailures } from "../request_failures.ts";
import { type Route, route } from "../route.ts";
import {
  asOfNamed,
  asOfTime,
  refuseBoth,
  RULESET_VERSION_MAX,
} from "./as_of.ts";
import { overlapsRoute } from "./overlaps.ts";
import { exportRulesRoute } from "./export_rules.ts";
import { importRulesRoute } from "./import_rules.ts";
import { ruleOrderRoute } from "./rule_order.ts";
import { backtestRoutes } from "./backtests.ts";
import { runRoutes } from "./runs.ts";
import {
  bareRuleJson,
  bareRuleSchema,
  newRuleJson,
  ruleJson,
  ruleSchema,
} from "./rule_schemas.ts";
import { ruleVersionsRoute } from "./rule_versions.ts";
import { suggestionRoutes } from "./suggestions.ts";
import { testRulesRoute } from "./test_rules.ts";

const tag = "rules";
const ruleId = {
  prefix: "rule",
  missing: (id: string) => ruleFailures.missing({ rule_id: id }),
} as const;

const create = route({
  method: "post",
  path: "/rules",
  tag,
  summary: "Create a rule",
  description:
    "Rules are tried in order; the first that matches decides, unless it says `continue`.",
  action: "rules.write",
  query: z.strictObject({
    position: integerText({ min: 0, max: RULES_MAX }).optional().openapi({
      description: "0 is first; last where absent",
    }),
  }),
  body: {
    schema: ruleDefinitionSchema,
    example: {
      name: "Timber is material",
      when: { field: "description", op: "contains", value: "timber yard" },
      then: { category_id: "cat_01kx2m6v9dfk3tqz8w5y7r4b1c" },
    },
  },
  answer: { status: 201, description: "The rule", schema: ruleSchema },
  refusals: [
    ruleFailures.unknown_category(),
    ruleFailures.too_many(),
    ruleFailures.backtest_required(),
  ],
  async handle({ deps, scope, query, body }) {
    const made = await createRule(deps, scope, {
      definition: body,
      position: query.position ?? null,
    });
    return made.ok ? ok({ body: newRuleJson(made.value.rule) }) : made;
  },
});

const list = route({
  method: "get",
  path: "/rules",
  tag,
  summary: "List rules in the order they are tried",
  action: "rules.read",
  description: "As they are, or as they were at a time or in a version.",
  query: z.strictObject({
    ...pageQuery("rule"),
    at: asOfTime,
    ruleset_version: integerText({ min: 0, max: RULESET_VERSION_MAX })
      .optional(),
  }).superRefine(refuseBoth),
  etag: true,
  refusals: [requestFailures.cursor_gone(), ruleFailures.set_missing()],
  answer: {
    status: 200,
    description: "A page of rules, and the version of the whole set",
    schema: pageSchema(ruleSchema).extend({
      ruleset_version: z.number().int(),
    }),
  },
  async handle({ deps, scope, query }) {
    const all = await listRules(deps, scope, asOfNamed(query));
    if (!all.ok) return all;
    const { set } = all.value;
    const page = pageInOrder(set.rules, pageRequest(query));
    if (!page.ok) return fail(page.failure);
    return ok({
      body: {
        ...pageJson(page.value, (rule) => ruleJson(rule, all.value)),
        ruleset_version: set.version,
      },
      version: set.version,
    });
  },
});

const read = route({
  method: "get",
  path: "/rules/{id}",
  tag,
  summary: "Read a rule",
  action: "rules.read",
  id: ruleId,
  etag: true,
  answer: { status: 200, description: "The rule", schema: ruleSchema },
  async handle({ deps, scope, id }) {
    const all = await listRules(deps, scope);
    if (!all.ok) return fail(all.failure);
    const found = all.value.set.rules.find((rule) => rule.id === id);
    return found
      ? ok({ body: ruleJson(found, all.value), version: found.version })
      : fail(ruleId.missing(id));
  },
});

const change = route({
  method: "patch",
  path: "/rules/{id}",
  tag,
  summary: "Change parts of a rule",
  description: "It keeps its place and becomes its next version.",
  action: "rules.write",
  id: ruleId,
  ifMatch: true,
  etag: true,
  body: { schema: ruleChangesSchema, example: { enabled: false } },
  answer: {
    status: 200,
    description: "The rule as changed",
    schema: bareRuleSchema,
  },
  refusals: [
    ruleFailures.unknown_category(),
    ruleFailures.stale(),
    ruleFailures.backtest_required(),
  ],
  async handle({ deps, scope, id, body, seenVersion }) {
    const changed = await changeRule(deps, scope, id, {
      change: body,
      seenVersion,
    });
    if (!changed.ok) return fail(changed.failure);
    const { rule } = changed.value;
    return ok({ body: bareRuleJson(rule), version: rule.version });
  },
});

const remove = route({
  method: "delete",
  path: "/rules/{id}",
  tag,
  summary: "Remove a rule",
  description: "Earlier versions of the set, which traces name, keep it.",
  action: "rules.write",
  id: ruleId,
  answer: { status: 204, description: "The rule is no longer tried" },
  refusals: [ruleFailures.backtest_required()],
  async handle({ deps, scope, id }) {
    const removed = await removeRule(deps, scope, id);
    return removed.ok ? ok({ body: null }) : removed;
  },
});

export const ruleRoutes: readonly Route[] = [
  create,
  list,
  ruleOrderRoute,
  testRulesRoute,
  overlapsRoute,
  exportRulesRoute,
  importRulesRoute,
  ruleVersionsRoute,
  ...suggestionRoutes,
  ...backtestRoutes,
  ...runRoutes,
  read,
  change,
  remove,
];
