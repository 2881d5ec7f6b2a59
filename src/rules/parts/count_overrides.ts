import type { Tx } from "../../../ports/unit_of_work.ts";
import type { CategoryId, RecordId, RuleId } from "../../kernel/ids.ts";
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

/** Which rule an override was counted for, with its hits then; null where the version was no longer in force. */
export interface CountedOverride {
  readonly ruleId: RuleId;
  readonly ruleVersion: number;
  readonly mark: number | null;
}

/**
 * Counts for each rule where people said another category than it had set; tells what it counted, by record. Reads
 * nothing where nobody did.
 */
export async function countOverrides(
  tx: Pick<Tx, "rules" | "ruleOverrides" | "events">,
  said: readonly Said[],
  now: Instant,
): Promise<ReadonlyMap<RecordId, CountedOverride>> {
  const steps = said.flatMap(({ record, categoryId }) => {
    const step = overriddenStep(record, categoryId);
    return step ? [{ recordId: record.id, step }] : [];
  });
  if (steps.length === 0) return new Map();
  const { rules } = await tx.rules.current();
  const inForce = new Map(rules.map((rule) => [rule.id, rule]));
  const hitRules = steps.flatMap(({ recordId, step }) => {
    const hit = categorisingRule(step, inForce);
    return hit ? [{ recordId, hit }] : [];
  });
  const overridden = hitRules.map(({ hit }) => hit);
  const ids = [...new Set(overridden.map(({ rule_id }) => rule_id))];
  if (ids.length === 0) return new Map();
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
  return new Map(hitRules.map(({ recordId, hit: { rule_id, version } }) => [
    recordId,
    {
      ruleId: rule_id,
      ruleVersion: version,
      mark: inForce.get(rule_id)?.version === version
        ? hits.get(rule_id) ?? 0
        : null,
    },
  ]));
}
