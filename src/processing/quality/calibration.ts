import type { MachineSource } from "../proposal_outcome.ts";
import { type Estimate, estimate } from "./estimate.ts";
import type { ScoreBin } from "./figures.ts";

/** As many bins of scores as a curve is drawn with. */
export const CALIBRATION_BINS = 10;

/** Whether the scores of one source are as often right as they say. */
export interface Calibration {
  readonly source: MachineSource;
  /**
   * The expected calibration error (Naeini, Cooper, Hauskrecht 2015): how far the share of right ones lies from the mean
   * score, over the bins by their weight.
   */
  readonly error: number;
  /** By score. */
  readonly bins: readonly CalibrationBin[];
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly meanScore: number;
  readonly right: Estimate;
}

export function calibrations(
  scores: readonly ScoreBin[],
): readonly Calibration[] {
  return [...Map.groupBy(scores, ({ source }) => source)].map((
    [source, bins],
  ) => {
    const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
    const gap = (bin: ScoreBin) =>
      Math.abs(bin.weightRight - bin.meanScore * bin.weight);
    return {
      source,
      error: bins.reduce((sum, bin) => sum + gap(bin), 0) / weight,
      bins: bins.flatMap((bin) => {
        const right = estimate(bin);
        const { from, to, meanScore } = bin;
        return right ? [{ from, to, meanScore, right }] : [];
      }),
    };
  });
}
