import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import type { RuleId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { modelCost } from "../model/model_tally.ts";
import type { ConcludedCase } from "./run_pipeline.ts";

/** Counts the rules that hit, and tells that the records were processed. */
export async function tellConcluded(
  tx: Pick<Tx, "rules" | "events">,
  kept: readonly ConcludedCase[],
  now: Instant,
): Promise<void> {
  await tx.rules.countHits(hitsOf(kept), now);
  tx.events.append(kept.map(processedFact));
}

function hitsOf(cases: readonly ConcludedCase[]): ReadonlyMap<RuleId, number> {
  const hits = new Map<RuleId, number>();
  for (const { steps } of cases) {
    for (const step of steps) {
      if (step.kind !== "rules_tried") continue;
      for (const { rule_id } of step.hits) {
        hits.set(rule_id, (hits.get(rule_id) ?? 0) + 1);
      }
    }
  }
  return hits;
}

function processedFact({ record, steps, conclusion }: ConcludedCase): Fact {
  const settled = conclusion.kind === "settled" ? conclusion : null;
  const model = modelCost(steps);
  return {
    type: "PROCESSED",
    payload: {
      record_id: record.id,
      outcome: settled ? "auto" : "needs_review",
      category_id: settled?.category_id ?? null,
      source: settled?.source ?? null,
      confidence: conclusion.kind === "rejected" ? 0 : conclusion.confidence,
      ...model && { model },
    },
  };
}
