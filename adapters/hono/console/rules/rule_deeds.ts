import { z } from "@hono/zod-openapi";
import type { Deps } from "../../../../ports/deps.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { applyRule } from "../../../../src/rules/use_cases/apply_rule.ts";
import { changeRule } from "../../../../src/rules/use_cases/change_rule.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { removeRule } from "../../../../src/rules/use_cases/remove_rule.ts";
import {
  type AskedChange,
  requestBacktest,
} from "../../../../src/rules/use_cases/request_backtest.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { integerText } from "../../fields.ts";
import { day, filterIn } from "../records/filter_query.ts";
import { action, type Next } from "../shell/action.ts";
import { backtestPath, ruleId, rulePath, RULES, runPath } from "./rule_path.ts";
import { rulePage } from "./rule_page.tsx";

/** Begins a run that applies the rule to records that were decided already. */
export const applyAction = action({
  path: "/rules/{id}/apply",
  action: "rules.write",
  id: ruleId,
  form: z.object({ from: day.optional(), to: day.optional() }),
  page: rulePage,
  async act({ deps, scope, id, form }) {
    const run = await applyRule(deps, scope, id, filterIn(form));
    return run.ok ? ok({ to: runPath(run.value.id) }) : run;
  },
});

/** Switches the rule on or off; where the company wants that, by a back-test. */
export const switchAction = action({
  path: "/rules/{id}/switch",
  action: "rules.write",
  id: ruleId,
  form: z.object({
    to: z.enum(["on", "off"]),
    seen: integerText({ min: 1, max: 2_147_483_647 }).optional(),
  }),
  page: rulePage,
  async act({ deps, scope, id, form }) {
    const change = { enabled: form.to === "on" };
    const seenVersion = form.seen ?? null;
    const changed = await changeRule(deps, scope, id, { change, seenVersion });
    if (!changed.ok) {
      return orTested(deps, scope, changed.failure, {
        op: "change",
        rule_id: id,
        change,
      });
    }
    const { name } = changed.value.rule;
    return ok({
      to: rulePath(id),
      flash: { kind: "done", text: `“${name}” is switched ${form.to}.` },
    });
  },
});

/** Takes the rule out; where the company wants that, by a back-test. */
export const removeAction = action({
  path: "/rules/{id}/remove",
  action: "rules.write",
  id: ruleId,
  form: z.object({}),
  page: rulePage,
  async act({ deps, scope, id }) {
    const all = await listRules(deps, scope);
    if (!all.ok) return all;
    const name = all.value.set.rules.find((rule) => rule.id === id)?.name;
    const removed = await removeRule(deps, scope, id);
    if (!removed.ok) {
      return orTested(deps, scope, removed.failure, {
        op: "remove",
        rule_id: id,
      });
    }
    return ok({
      to: RULES,
      flash: { kind: "done", text: `“${name ?? id}” is not tried any more.` },
    });
  },
});

/** A change that the company wants back-tested is; any other refusal stands. */
async function orTested(
  deps: Deps,
  scope: Scope,
  failure: Failure,
  change: AskedChange,
): Promise<Result<Next, Failure>> {
  if (failure.kind !== "rule.backtest_required") return fail(failure);
  const asked = await requestBacktest(deps, scope, {
    changes: [change],
    filter: {},
    seenVersion: null,
  });
  return asked.ok ? ok({ to: backtestPath(asked.value.id) }) : asked;
}
