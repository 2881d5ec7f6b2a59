import type { ModelProfile } from "../../../ports/language_model.ts";
import type { Category } from "../../categories/category.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { RuleSet } from "../../rules/rule.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import { limitsOf } from "../limits.ts";
import type { Frame } from "./run_pipeline.ts";

/** What records are decided by, from what the tenant has. */
export function frameOf(
  { ruleSet, categories, settings }: {
    readonly ruleSet: RuleSet;
    readonly categories: readonly Category[];
    readonly settings: TenantSettings;
  },
  profile: ModelProfile | null,
): Frame {
  const open = openCategories(categories);
  return {
    ruleSet,
    limits: limitsOf(settings, profile),
    contextAttributes: settings.contextAttributes,
    open,
    model: settings.model,
    labels: categories.filter(({ id }) => open.has(id))
      .map(({ id, name }) => ({ categoryId: id, name })),
  };
}
