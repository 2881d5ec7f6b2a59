import type { ModelProfile } from "../../../ports/language_model.ts";
import type { Category } from "../../categories/category.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { RuleSet } from "../../rules/rule.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import type { Learned } from "../learning/learned.ts";
import { promised } from "../learning/promised.ts";
import type { SourceTrust } from "../quality/trust.ts";
import { limitsOf } from "../limits.ts";
import { modelInUse } from "../model_in_use.ts";
import type { Frame } from "./run_pipeline.ts";

/** What records are decided by, from what the tenant has. */
export function frameOf(
  { ruleSet, categories, settings, learned, trust }: {
    readonly ruleSet: RuleSet;
    readonly categories: readonly Category[];
    readonly settings: TenantSettings;
    readonly learned: Learned | null;
    readonly trust: readonly SourceTrust[];
  },
  profile: ModelProfile | null,
): Frame {
  const open = openCategories(categories);
  const { model, targetPrecision } = settings;
  const by = profile && modelInUse(model, profile);
  return {
    ruleSet,
    limits: limitsOf(
      settings,
      profile,
      promised(learned, trust, targetPrecision, by),
    ),
    learned,
    contextAttributes: settings.contextAttributes,
    open,
    model,
    labels: categories.filter(({ id }) => open.has(id))
      .map(({ id, name }) => ({ categoryId: id, name })),
  };
}
