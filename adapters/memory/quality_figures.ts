import type { QualityFigures } from "../../ports/quality_figures.ts";
import {
  isRight,
  type MachineSource,
  type ProposalOutcome,
} from "../../src/processing/proposal_outcome.ts";
import type {
  OfRecords,
  ScoreBin,
  Span,
  WeightedSum,
} from "../../src/processing/quality/figures.ts";
import { ofRecords } from "./of_records.ts";
import { processedIn } from "./processed_in.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** Sums over a tenant's outcomes. */
export function qualityFigures(shelf: Shelf): QualityFigures {
  const within = ({ from, to }: Span, of: OfRecords = {}) => {
    const counts = ofRecords(shelf, of);
    return [...shelf.outcomes.values()].filter(({ decidedAt, recordId }) =>
      decidedAt >= from && decidedAt < to && counts(recordId)
    );
  };
  return {
    decisions: (span, of = {}) =>
      Promise.try(() => {
        const made = processedIn(shelf, span, of);
        return [...Map.groupBy(made, ({ source }) => source)]
          .map(([source, some]) => ({
            source,
            count: some.length,
            tokens: total(some.map(({ model }) => model?.tokens ?? 0)),
            costMicros: total(some.map(({ model }) => model?.cost_micros ?? 0)),
          }));
      }),
    outcomes: (span, of) =>
      Promise.try(() => {
        const groups = Map.groupBy(
          within(span, of),
          ({ source, settled }) => `${source} ${settled}`,
        );
        return [...groups.values()].map(outcomeSum);
      }),
    scores: (span, bins) =>
      Promise.try(() => {
        const known = within(span).filter(({ source, inclusion }) =>
          source !== null && inclusion !== null
        );
        return [...Map.groupBy(known, ({ source }) => source!)]
          .sort(([a], [b]) => byText(a, b))
          .flatMap(([source, some]) => binsOf(source, some, bins));
      }),
    confusions: (span) =>
      Promise.try(() => {
        const proposals = within(span)
          .flatMap(({ proposed, decided }) =>
            proposed === null ? [] : [{ proposed, decided }]
          );
        const groups = Map.groupBy(
          proposals,
          ({ proposed, decided }) => `${proposed} ${decided}`,
        );
        return [...groups.values()]
          .map((some) => ({ ...some[0]!, n: some.length }));
      }),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** The sums of outcomes that are of one source, settled or not. */
export function outcomeSum(all: readonly ProposalOutcome[]) {
  const { source, settled } = all[0]!;
  const known = all.filter(({ inclusion }) => inclusion !== null);
  const wrong = (some: readonly ProposalOutcome[]) =>
    some.filter((outcome) => !isRight(outcome)).length;
  return {
    source,
    settled,
    ...sumOf(known),
    wrong: wrong(known),
    foundWrong: wrong(all.filter(({ inclusion }) => inclusion === null)),
    sorted: known.filter(({ decided }) => decided !== null).length,
    amongCandidates: known.filter((one) => one.amongCandidates).length,
  };
}

/** As SQL's `ntile` makes them: the first ones have one more where they do not come out even. */
function binsOf(
  source: MachineSource,
  outcomes: readonly ProposalOutcome[],
  bins: number,
): readonly ScoreBin[] {
  const sorted = outcomes.toSorted((a, b) =>
    a.score - b.score || byText(a.recordId, b.recordId)
  );
  const size = Math.floor(sorted.length / bins);
  const larger = sorted.length % bins;
  return Array.from({ length: Math.min(bins, sorted.length) }, (_, i) => {
    const start = i * size + Math.min(i, larger);
    const bin = sorted.slice(start, start + size + (i < larger ? 1 : 0));
    const sum = sumOf(bin);
    const scores = bin.reduce(
      (all, { score, inclusion }) => all + score / inclusion!,
      0,
    );
    return {
      source,
      from: bin[0]!.score,
      to: bin.at(-1)!.score,
      meanScore: scores / sum.weight,
      ...sum,
    };
  });
}

function sumOf(outcomes: readonly ProposalOutcome[]): WeightedSum {
  const sum = (of: (outcome: ProposalOutcome, weight: number) => number) =>
    outcomes.reduce((all, one) => all + of(one, 1 / one.inclusion!), 0);
  return {
    n: outcomes.length,
    weight: sum((_, weight) => weight),
    weightSquared: sum((_, weight) => weight ** 2),
    weightRight: sum((one, weight) => isRight(one) ? weight : 0),
  };
}
