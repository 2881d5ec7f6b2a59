import type { Category } from "../../../../../src/categories/category.ts";
import { documentOf } from "../../../../../src/rules/files/rule_document.ts";
import type { RuleDefinition } from "../../../../../src/rules/rule.ts";
import type { FormValues } from "../../shell/form_state.ts";
import { emptyRow, valuesOfRows } from "./row.ts";
import { rowsOfCondition } from "./rows_of_condition.ts";
import { yamlText } from "../../parts/yaml_text.ts";

/** The form of a rule that is there, or of one that is to be; all of the rule is in it. */
export function draftValues(rule: RuleDefinition | null): FormValues {
  if (rule === null) {
    return {
      as: "form",
      enabled: "on",
      join: "all",
      ...valuesOfRows([emptyRow("1", "description")], []),
    };
  }
  const { join, rows } = rowsOfCondition(rule.when);
  const { category_id, counterparty, attributes = {}, review } = rule.then;
  const sets = Object.entries(attributes).map(([name, value], i) => ({
    key: String(i + 1),
    name,
    value,
  }));
  return {
    as: "form",
    name: rule.name,
    ...rule.enabled && { enabled: "on" },
    ...rule.continue && { continue: "on" },
    join,
    ...valuesOfRows(rows, sets),
    ...category_id !== undefined && { category_id },
    ...counterparty !== undefined && { counterparty },
    ...review && { review: "on" },
  };
}

/** The same rule as text, as files of rules have it. */
export function draftText(
  rule: RuleDefinition,
  categories: readonly Category[],
): FormValues {
  const set = {
    version: 0,
    rules: [{ ...rule, id: "rule_draft", version: 0 } as const],
  };
  const [document] = documentOf(set, categories).rules;
  const { id: _, ...told } = document!;
  return { as: "text", text: yamlText(told) };
}
