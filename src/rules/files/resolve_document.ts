import { openCategories } from "../../categories/category_tree.ts";
import type { Category } from "../../categories/category.ts";
import type { Failure, Flaw } from "../../kernel/failure.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type Rule,
  type RuleDefinition,
  ruleFailures,
  type RuleSet,
} from "../rule.ts";
import type { DocumentRule } from "./rule_document.ts";

/** A rule of a document, its category found; `known` is the rule in force that it is, null where it is new. */
export interface ResolvedRule {
  readonly known: Rule | null;
  readonly definition: RuleDefinition;
}

/** More flaws than anyone reads. */
const FLAWS_MAX = 50;

/** Finds the rules in force and the categories that a document names. What a rule in force sets already may stay. */
export function resolveDocument(
  set: RuleSet,
  rules: readonly DocumentRule[],
  categories: readonly Category[],
): Result<readonly ResolvedRule[], Failure<"rule.document_invalid">> {
  const byId = new Map<string, Rule>(set.rules.map((rule) => [rule.id, rule]));
  const open = openCategories(categories);
  const byName = new Map(
    categories.filter(({ id }) => open.has(id))
      .map(({ id, name }) => [name.toLowerCase(), id]),
  );
  const first = new Map<string, number>();
  const flaws: Flaw[] = [];
  const resolved = rules.map((rule, index): ResolvedRule => {
    const wrong = (place: string, detail: string) =>
      flaws.push({ pointer: `/rules/${index}/${place}`, detail });
    const { id, then: { category, ...then }, ...others } = rule;
    const earlier = id === undefined ? undefined : first.get(id);
    if (earlier !== undefined) {
      wrong("id", `is the id of /rules/${earlier} too`);
    } else if (id !== undefined) first.set(id, index);
    const known = byId.get(id ?? "") ?? null;
    const category_id = category === undefined
      ? then.category_id
      : byName.get(category.toLowerCase());
    if (category !== undefined && category_id === undefined) {
      wrong("then/category", "is not the name of an open category of yours");
    } else if (
      category_id !== undefined && !open.has(category_id) &&
      category_id !== known?.then.category_id
    ) {
      wrong("then/category_id", "is not an open category of yours");
    }
    return {
      known,
      definition: { ...others, then: inThen(then, category_id) },
    };
  });
  return flaws.length > 0
    ? fail(ruleFailures.document_invalid({}, flaws.slice(0, FLAWS_MAX)))
    : ok(resolved);
}

function inThen(
  then: RuleDefinition["then"],
  category_id: CategoryId | undefined,
): RuleDefinition["then"] {
  return category_id === undefined ? then : { category_id, ...then };
}
