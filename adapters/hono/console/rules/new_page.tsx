import { ok } from "../../../../src/kernel/result.ts";
import { createRule } from "../../../../src/rules/use_cases/create_rule.ts";
import { requestBacktest } from "../../../../src/rules/use_cases/request_backtest.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { action } from "../shell/action.ts";
import { anyForm } from "../shell/any_form.ts";
import { page } from "../shell/page.tsx";
import { actOnDraft } from "./editor/act_on_draft.ts";
import { draftValues } from "./editor/draft_values.ts";
import { EditorForm } from "./editor/editor_form.tsx";
import { editorWorld } from "./editor/editor_world.ts";
import { backtestPath, rulePath, RULES } from "./rule_path.ts";

/** A rule that is to be. */
export const newPage = page({
  path: "/rules/new",
  action: "rules.write",
  async show({ deps, scope, form }) {
    const world = await editorWorld(deps, scope);
    if (!world.ok) return world;
    const isFresh = Object.keys(form.values).length === 0;
    return ok({
      title: "New rule",
      lead: "Rules are tried in order, before anything else.",
      trail: [{ href: RULES, label: "Rules" }],
      body: (
        <EditorForm
          form={isFresh ? { ...form, values: draftValues(null) } : form}
          target={`${RULES}/new`}
          seen={null}
          cancel={RULES}
          {...world.value}
        />
      ),
    });
  },
});

/** Makes the rule, or back-tests it first, as the button says. */
export const createAction = action({
  path: "/rules/new",
  action: "rules.write",
  form: anyForm,
  page: newPage,
  async act({ deps, once, scope, form }) {
    const categories = await listCategories(deps, scope);
    if (!categories.ok) return categories;
    return actOnDraft(form, {
      rule: null,
      categories: categories.value,
      deeds: {
        async save(definition, position) {
          const made = await createRule(once, scope, { definition, position });
          if (!made.ok) return made;
          const { id, name } = made.value.rule;
          return ok({
            to: rulePath(id),
            flash: {
              kind: "done",
              text:
                `“${name}” is in force for what comes in from now on. Apply it to earlier records below.`,
            },
          });
        },
        async backtest(rule, position, filter) {
          const asked = await requestBacktest(deps, scope, {
            changes: [{ op: "create", rule, position }],
            filter,
            seenVersion: null,
          });
          return asked.ok ? ok({ to: backtestPath(asked.value.id) }) : asked;
        },
      },
    });
  },
});
