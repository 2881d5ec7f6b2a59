import { z } from "@hono/zod-openapi";
import type { Deps } from "../../../../ports/deps.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import type { RuleId } from "../../../../src/kernel/ids.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { type Rule, ruleFailures } from "../../../../src/rules/rule.ts";
import { changeRule } from "../../../../src/rules/use_cases/change_rule.ts";
import { listRuleVersions } from "../../../../src/rules/use_cases/list_rule_versions.ts";
import { requestBacktest } from "../../../../src/rules/use_cases/request_backtest.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { integerText } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { anyForm } from "../shell/any_form.ts";
import { textOf } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { actOnDraft } from "./editor/act_on_draft.ts";
import { draftValues } from "./editor/draft_values.ts";
import { EditorForm } from "./editor/editor_form.tsx";
import { editorWorld } from "./editor/editor_world.ts";
import { backtestPath, ruleId, rulePath, RULES } from "./rule_path.ts";
import { RuleWords } from "./rule_words.tsx";

/** A rule that is there, to be changed; as it is, or with what an earlier version of it said. */
export const editPage = page({
  path: "/rules/{id}/edit",
  action: "rules.write",
  id: ruleId,
  query: z.object({
    version: integerText({ min: 1, max: 2_147_483_647 }).optional(),
  }),
  async show({ deps, scope, id, query, form }) {
    const [world, versions] = await Promise.all([
      editorWorld(deps, scope),
      listRuleVersions(deps, scope, id),
    ]);
    if (!world.ok) return world;
    if (!versions.ok) return versions;
    const [latest] = versions.value;
    if (!latest || latest.setTo !== null) return fail(ruleId.missing(id));
    const rule = latest.rule;
    const base = versions.value.find((one) =>
      one.rule.version === query.version
    )?.rule ?? rule;
    const isFresh = Object.keys(form.values).length === 0;
    const isStale = form.failure?.kind === "rule.stale";
    const names = new Map(
      world.value.categories.map(({ id, name }) => [id, name]),
    );
    const sent = Number(textOf(form, "seen"));
    return ok({
      title: `Edit “${rule.name}”`,
      ...base !== rule && {
        lead: `As it was in version ${base.version}. Nothing is changed yet.`,
      },
      trail: [
        { href: RULES, label: "Rules" },
        { href: rulePath(id), label: rule.name },
      ],
      body: (
        <>
          {isStale && (
            <section class="card note">
              <h2>Somebody else changed this rule while you were writing</h2>
              <p>
                What you wrote is still in the form below. The rule is in
                version {rule.version} now:
              </p>
              <RuleWords rule={rule} names={names} />
              <p>
                Press the button again to put yours in its place, or{" "}
                <a href={`${rulePath(id)}/edit`}>start from theirs</a>.
              </p>
            </section>
          )}
          <EditorForm
            form={isFresh ? { ...form, values: draftValues(base) } : form}
            target={`${rulePath(id)}/edit`}
            seen={isStale || isFresh || !sent ? rule.version : sent}
            cancel={rulePath(id)}
            {...world.value}
          />
        </>
      ),
    });
  },
});

/** Changes the rule, or back-tests the change first, as the button says. */
export const editAction = action({
  path: "/rules/{id}/edit",
  action: "rules.write",
  id: ruleId,
  form: anyForm,
  page: editPage,
  async act({ deps, scope, id, form }) {
    const [categories, rule] = await Promise.all([
      listCategories(deps, scope),
      ruleInForce(deps, scope, id),
    ]);
    if (!categories.ok) return categories;
    if (!rule.ok) return rule;
    const seenVersion = Number(form["seen"]) || null;
    return actOnDraft(form, {
      rule: rule.value,
      categories: categories.value,
      deeds: {
        async save(change) {
          const changed = await changeRule(deps, scope, id, {
            change,
            seenVersion,
          });
          if (!changed.ok) return changed;
          const { name, version } = changed.value.rule;
          return ok({
            to: rulePath(id),
            flash: {
              kind: "done",
              text: `“${name}” is in version ${version} now.`,
            },
          });
        },
        async backtest(change, _, filter) {
          const { version } = rule.value;
          if (seenVersion !== null && seenVersion !== version) {
            return fail(ruleFailures.stale({ rule_id: id, version }));
          }
          const asked = await requestBacktest(deps, scope, {
            changes: [{ op: "change", rule_id: id, change }],
            filter,
            seenVersion: null,
          });
          return asked.ok ? ok({ to: backtestPath(asked.value.id) }) : asked;
        },
      },
    });
  },
});

async function ruleInForce(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: RuleId,
): Promise<Result<Rule, Failure>> {
  const versions = await listRuleVersions(deps, scope, id);
  if (!versions.ok) return versions;
  const [latest] = versions.value;
  return latest?.setTo === null ? ok(latest.rule) : fail(ruleId.missing(id));
}
