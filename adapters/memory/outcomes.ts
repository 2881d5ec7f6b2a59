import type { Outcomes } from "../../ports/outcomes.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { isRight } from "../../src/processing/proposal_outcome.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A tenant's outcomes, by record, and what is trusted, by source. */
export function outcomes(shelf: Shelf, journal: Journal): Outcomes {
  const { outcomes: rows, sourceTrust } = shelf;

  return {
    keep: (given) =>
      Promise.try(() => {
        for (const outcome of given) {
          const inclusion = outcome.inclusion ??
            rows.get(outcome.recordId)?.inclusion ?? null;
          journal.set(rows, outcome.recordId, { ...outcome, inclusion });
        }
      }),
    of: (recordIds) => Promise.resolve(present(rows, recordIds)),
    restore: (recordIds, before) =>
      Promise.try(() => {
        for (const id of recordIds) journal.remove(rows, id);
        for (const one of before) journal.set(rows, one.recordId, one);
      }),
    auditedSince: (since) => Promise.try(() => auditedSince(shelf, since)),
    trust: () =>
      Promise.resolve(
        [...sourceTrust.values()].sort((a, b) => byText(a.source, b.source)),
      ),
    distrust: (given, quietSince) =>
      Promise.try(() =>
        given.filter(({ source }) => {
          const kept = sourceTrust.get(source);
          return !kept || kept.droppedAt <= quietSince;
        }).map((trust) => {
          journal.set(sourceTrust, trust.source, trust);
          return trust.source;
        })
      ),
  };
}

function auditedSince({ outcomes }: Shelf, since: Instant) {
  const audited = [...outcomes.values()].filter((outcome) =>
    outcome.settled && outcome.inclusion !== null && outcome.decidedAt >= since
  );
  return [...Map.groupBy(audited, ({ source }) => source!)].map((
    [source, some],
  ) => ({
    source,
    audited: some.length,
    wrong: some.filter((outcome) => !isRight(outcome)).length,
  }));
}
