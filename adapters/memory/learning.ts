import { CLAIM_MS, type Learning } from "../../ports/learning.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import {
  proposedOf,
  reachedSimilarity,
} from "../../src/processing/learning/proposed_of.ts";
import { byAge } from "./examples.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { StaleVersion } from "./stale_version.ts";

const ONLY = "only" as const;

/** What was learned from a tenant's examples. */
export function learning(shelf: Shelf, journal: Journal): Learning {
  const { learned, learningClaims, exampleOrder } = shelf;
  return {
    current: () => Promise.try(() => learned.get(ONLY) ?? null),
    keep: (next) =>
      Promise.try(() => {
        if (next.version !== (learned.get(ONLY)?.version ?? 0) + 1) {
          throw new StaleVersion();
        }
        journal.set(learned, ONLY, next);
        journal.remove(learningClaims, ONLY);
      }),
    claim: (now) =>
      Promise.try(() => {
        const claimed = learningClaims.get(ONLY);
        if (claimed !== undefined && plusMs(claimed, CLAIM_MS) > now) {
          return false;
        }
        journal.set(learningClaims, ONLY, now);
        return true;
      }),
    countSince: (at) =>
      Promise.try(() =>
        at === null
          ? exampleOrder.length
          : exampleOrder.length - exampleOrder.findLastIndex((one) =>
            one.at <= at
          ) - 1
      ),
    page: (latest, after, limit) =>
      Promise.try(() => {
        const turnedDown = [...shelf.outcomes.values()].flatMap((outcome) =>
          outcome.decided === null && outcome.inclusion !== null
            ? [{
              recordId: outcome.recordId,
              categoryId: null,
              at: outcome.decidedAt,
            }]
            : []
        );
        const all = [...exampleOrder, ...turnedDown].sort(byAge).slice(-latest);
        const from = after === null
          ? 0
          : all.findIndex((one) => byAge(one, after) > 0);
        return (from < 0 ? [] : all.slice(from, from + limit)).map(
          ({ recordId, categoryId, at }) => {
            const { record } = shelf.records.get(recordId)!;
            const outcome = shelf.outcomes.get(recordId);
            return {
              recordId,
              content: record,
              categoryId,
              at,
              reached: reachedSimilarity(record.trace),
              proposed: proposedOf(record.trace, categoryId),
              // A record from before outcomes were kept waited for a person.
              inclusion: outcome ? outcome.inclusion : 1,
            };
          },
        );
      }),
  };
}
