import type { Tx } from "../../../ports/unit_of_work.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { categorisingRule, overriddenStep } from "../overridden_rule.ts";
import { noteOverrides } from "../rule_overrides.ts";

/** What a person says of a record; null: that it is not one to sort. */
export interface Said {
  /** As it was before the person spoke. */
  readonly record: CompanyRecord;
  readonly categoryId: CategoryId | null;
}

/** Counts for each rule where people said another category than it had set. Reads nothing where nobody did. */
export async function countOverrides(
  tx: Pick<Tx, "rules" | "ruleOverrides" | "events">,
  said: readonly Said[],
  now: Instant,
): Promise<void> {
  const steps = said.flatMap(({ record, categoryId }) =>
    overriddenStep(record, categoryId) ?? []
  );
  if (steps.length === 0) return;
  const { rules } = await tx.rules.current();
  const inForce = new Map(rules.map((rule) => [rule.id, rule]));
  const overridden = steps.flatMap((step) =>
    categorisingRule(step, inForce) ?? []
  );
  const ids = [...new Set(overridden.map(({ rule_id }) => rule_id))];
  if (ids.length === 0) return;
  const statistics = await tx.rules.statistics(ids);
  const hits = new Map(statistics.map((one) => [one.ruleId, one.hits]));
  const kept = new Map(
    (await tx.ruleOverrides.find(ids)).map((one) => [one.id, one]),
  );
  const noted = noteOverrides(overridden, { inForce, hits, kept }, now);
  const { overrides, facts } = noted;
  await tx.ruleOverrides.add(overrides.filter(({ id }) => !kept.has(id)));
  await tx.ruleOverrides.save(overrides.filter(({ id }) => kept.has(id)));
  tx.events.append(facts);
}
