import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { acceptSuggestion } from "../../../../src/rules/use_cases/accept_suggestion.ts";
import { dismissSuggestion } from "../../../../src/rules/use_cases/dismiss_suggestion.ts";
import { requestBacktest } from "../../../../src/rules/use_cases/request_backtest.ts";
import { suggestRules } from "../../../../src/rules/use_cases/suggest_rules.ts";
import { action } from "../shell/action.ts";
import { backtestPath, rulePath, RULES, suggestionId } from "./rule_path.ts";
import { precision, suggestionsPage } from "./suggestions_page.tsx";

/** Makes a rule of a suggestion, or back-tests it first, as the button says. */
export const acceptAction = action({
  path: "/rules/suggestions/{id}/accept",
  action: "rules.write",
  id: suggestionId,
  form: z.object({
    precision,
    do: z.enum(["make", "backtest"]).default("make"),
  }),
  page: suggestionsPage,
  async act({ deps, scope, id, form }) {
    const precisionMin = Number(form.precision);
    if (form.do === "backtest") {
      const found = await suggestRules(deps, scope, precisionMin);
      if (!found.ok) return found;
      const one = found.value.suggestions.find((one) => one.id === id);
      if (!one) return fail(suggestionId.missing(id));
      const asked = await requestBacktest(deps, scope, {
        changes: [{ op: "create", rule: one.rule, position: null }],
        filter: {},
        seenVersion: null,
      });
      return asked.ok ? ok({ to: backtestPath(asked.value.id) }) : asked;
    }
    const made = await acceptSuggestion(deps, scope, { id, precisionMin });
    if (!made.ok) return made;
    const { rule } = made.value;
    return ok({
      to: rulePath(rule.id),
      flash: {
        kind: "done",
        text:
          `“${rule.name}” is in force for what comes in from now on. Apply it to earlier records below.`,
      },
    });
  },
});

/** Keeps a suggestion from being offered again. */
export const dismissAction = action({
  path: "/rules/suggestions/{id}/dismiss",
  action: "rules.write",
  id: suggestionId,
  form: z.object({ precision }),
  page: suggestionsPage,
  async act({ deps, scope, id, form }) {
    const dismissed = await dismissSuggestion(deps, scope, id);
    if (!dismissed.ok) return dismissed;
    return ok({
      to: `${RULES}/suggestions?precision=${form.precision}`,
      flash: { kind: "done", text: "It is not suggested again." },
    });
  },
});
