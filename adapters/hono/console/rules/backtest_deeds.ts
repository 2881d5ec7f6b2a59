import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import type { RuleChange } from "../../../../src/rules/history/draft.ts";
import { activateBacktest } from "../../../../src/rules/use_cases/activate_backtest.ts";
import { readBacktest } from "../../../../src/rules/use_cases/read_backtest.ts";
import {
  type AskedChange,
  requestBacktest,
} from "../../../../src/rules/use_cases/request_backtest.ts";
import { action } from "../shell/action.ts";
import { backtestPage } from "./backtest_page.tsx";
import { backtestId, backtestPath, RULES, runPath } from "./rule_path.ts";

/** Puts the changes in force, and applies them to history where that was asked for. */
export const activateAction = action({
  path: "/rules/backtests/{id}/activate",
  action: "rules.write",
  id: backtestId,
  form: z.object({ history: z.literal("on").optional() }),
  page: backtestPage,
  async act({ deps, scope, id, form }) {
    const done = await activateBacktest(deps, scope, id, {
      applyToHistory: form.history === "on",
    });
    if (!done.ok) return done;
    const { rulesetVersion, runId } = done.value;
    return ok({
      to: runId === null ? RULES : runPath(runId),
      flash: {
        kind: "done",
        text:
          `The changes are in force: the rules are in version ${rulesetVersion}.`,
      },
    });
  },
});

/** Tries the same changes on the rules as they are now. */
export const againAction = action({
  path: "/rules/backtests/{id}/again",
  action: "rules.write",
  id: backtestId,
  form: z.object({}),
  page: backtestPage,
  async act({ deps, scope, id }) {
    const found = await readBacktest(deps, scope, id, null);
    if (!found.ok) return found;
    const { changes, filter } = found.value.backtest;
    const asked = await requestBacktest(deps, scope, {
      changes: changes.map(asAsked),
      filter,
      seenVersion: null,
    });
    return asked.ok ? ok({ to: backtestPath(asked.value.id) }) : asked;
  },
});

function asAsked(change: RuleChange): AskedChange {
  if (change.op !== "create") return change;
  const { rule_id: _, ...asked } = change;
  return asked;
}
