import type { Balance, Schemas } from "../../../adapters/client/balance.ts";
import type { DemoRow } from "./csv.ts";

/** A rule as the demo's bookkeeper thinks of it: the category by name. */
export interface DemoRule {
  readonly name: string;
  readonly when: Schemas["Condition"];
  readonly then: { readonly category: string };
}

/** Rules that a careful bookkeeper would write after the first part. */
const RULES_MAX = 8;
/** Seen this often, and always in one category: worth a rule. */
const OCCURRENCES_MIN = 25;

/** Finds the descriptions that occur most and always meant one category. */
export function obviousRules(rows: readonly DemoRow[]): readonly DemoRule[] {
  const groups = Map.groupBy(rows, (row) => row.description);
  return [...groups]
    .filter(([, same]) =>
      same.length >= OCCURRENCES_MIN &&
      same.every((row) => row.category === same[0]!.category)
    )
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, RULES_MAX)
    .map(([description, same]) => ({
      name: `${description} is ${same[0]!.category}`.slice(0, 200),
      when: { field: "description", op: "equals", value: description },
      then: { category: same[0]!.category },
    }));
}

/** Creates rules, each behind the one before; returns how many. */
export async function createRules(
  api: Balance,
  rules: readonly DemoRule[],
  categoryIds: ReadonlyMap<string, string>,
): Promise<number> {
  const known = rules.filter((rule) => categoryIds.has(rule.then.category));
  for (const { name, when, then } of known) {
    const category_id = categoryIds.get(then.category)!;
    await api.post("/rules", { body: { name, when, then: { category_id } } });
  }
  console.log(`rules created                ${known.length}`);
  return known.length;
}
