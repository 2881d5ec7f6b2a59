import { fail, ok } from "../../../../src/kernel/result.ts";
import { flaggedAt } from "../../../../src/rules/rule_overrides.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { listRuleVersions } from "../../../../src/rules/use_cases/list_rule_versions.ts";
import { readTenant } from "../../../../src/tenancy/use_cases/read_tenant.ts";
import { Card } from "../parts/card.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { RuleActions } from "./rule_actions.tsx";
import { RuleFigures } from "./rule_figures.tsx";
import { ruleNames } from "./rule_names.ts";
import { ruleId, rulePath, RULES } from "./rule_path.ts";
import { RuleVersions } from "./rule_versions.tsx";
import { RuleWords } from "./rule_words.tsx";

/** One rule: what it says, how it does, what it was before, and what can be done with it. */
export const rulePage = page({
  path: "/rules/{id}",
  action: "rules.read",
  id: ruleId,
  async show({ deps, scope, frame, id, form }) {
    const [versions, all, names, tenant] = await Promise.all([
      listRuleVersions(deps, scope, id),
      listRules(deps, scope),
      ruleNames(deps, scope),
      readTenant(deps, scope),
    ]);
    if (!versions.ok) return versions;
    if (!all.ok) return all;
    if (!names.ok) return names;
    if (!tenant.ok) return tenant;
    const [latest] = versions.value;
    if (!latest) return fail(ruleId.missing(id));
    const { rule } = latest;
    const { set, statistics, overrides } = all.value;
    const place = set.rules.findIndex((one) => one.id === id);
    const isInForce = place >= 0;
    const noted = overrides.find((one) => one.id === id);
    const mayWrite = frame.may("rules.write") && isInForce;
    return ok({
      title: rule.name,
      trail: [{ href: RULES, label: "Rules" }],
      tools: (
        <>
          {mayWrite && (
            <a class="button primary" href={`${rulePath(id)}/edit`}>Edit</a>
          )}
          {isInForce && (
            <a class="button" href={`${RULES}/test?rule=${id}`}>
              Try on a record
            </a>
          )}
        </>
      ),
      body: (
        <>
          <FormTrouble form={form} labels={LABELS} />
          {!isInForce && (
            <section class="card note" aria-label="State">
              <p>
                This rule was removed. Records that it decided still name it.
              </p>
            </section>
          )}
          <div class="columns">
            <Card title="What it says">
              {isInForce && !rule.enabled && (
                <p>
                  <Tag tone="warn">Switched off</Tag>
                </p>
              )}
              <RuleWords rule={rule} names={names.value} />
            </Card>
            <RuleFigures
              rule={rule}
              place={isInForce ? place + 1 : null}
              hits={statistics.find((one) => one.ruleId === id) ?? null}
              overridden={noted?.total ?? 0}
              flaggedAt={flaggedAt(rule, noted)}
            />
          </div>
          {mayWrite && (
            <RuleActions
              rule={rule}
              form={form}
              mustTest={tenant.value.settings.requireBacktest}
            />
          )}
          <RuleVersions
            versions={versions.value}
            names={names.value}
            mayWrite={mayWrite}
          />
        </>
      ),
    });
  },
});

const LABELS = { from: "From", to: "To" };
