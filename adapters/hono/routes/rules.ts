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
import { reorderRules } from "../../../src/rules/use_cases/reorder_rules.ts";
import { idText, integerText } from "../fields.ts";
import {
  pageInOrder,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { requestFailures } from "../request_failures.ts";
import { type Route, route } from "../route.ts";
import { overlapsRoute } from "./overlaps.ts";
import { backtestRoutes } from "./backtests.ts";
import { runRoutes } from "./runs.ts";
import { newRuleJson, ruleJson, ruleSchema } from "./rule_schemas.ts";
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
  query: z.strictObject(pageQuery("rule")),
  etag: true,
  refusals: [requestFailures.cursor_gone()],
  answer: {
    status: 200,
    description: "A page of rules, and the version of the whole set",
    schema: pageSchema(ruleSchema).extend({
      ruleset_version: z.number().int(),
    }),
  },
  async handle({ deps, scope, query }) {
    const all = await listRules(deps, scope);
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
    schema: ruleSchema.omit({
      hits: true,
      last_hit_at: true,
      overridden: true,
      flagged_at: true,
    }).openapi("ChangedRule"),
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
    return ok({ body: rule, version: rule.version });
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

const order = route({
  method: "put",
  path: "/rules/order",
  tag,
  summary: "Put the rules in order",
  description: "Its version is that of the whole set, as the list shows it.",
  action: "rules.write",
  ifMatch: true,
  etag: true,
  body: {
    schema: z.strictObject({
      rule_ids: z.array(idText("rule", "a rule")).max(RULES_MAX).openapi({
        description: "Every rule, just once",
      }),
    }).openapi("RuleOrder"),
    example: {
      rule_ids: [
        "rule_01kx2m6v9dfk3tqz8w5y7r4b1d",
        "rule_01kx2m6v9dfk3tqz8w5y7r4b1c",
      ],
    },
  },
  answer: {
    status: 200,
    description: "The order now in force",
    schema: z.object({
      rule_ids: z.array(z.string()),
      ruleset_version: z.number().int(),
    }),
  },
  refusals: [
    ruleFailures.order_incomplete(),
    ruleFailures.stale(),
    ruleFailures.backtest_required(),
  ],
  async handle({ deps, scope, body, seenVersion }) {
    const ordered = await reorderRules(deps, scope, {
      ids: body.rule_ids,
      seenVersion,
    });
    if (!ordered.ok) return ordered;
    const { version, rules } = ordered.value;
    return ok({
      body: {
        rule_ids: rules.map((rule) => rule.id),
        ruleset_version: version,
      },
      version,
    });
  },
});

export const ruleRoutes: readonly Route[] = [
  create,
  list,
  order,
  testRulesRoute,
  overlapsRoute,
  ...suggestionRoutes,
  ...backtestRoutes,
  ...runRoutes,
  read,
  change,
  remove,
];
