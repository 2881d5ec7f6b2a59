import type {
  ConfusionCount,
  DecisionCount,
  OfRecords,
  OutcomeSum,
  ScoreBin,
  Span,
} from "../src/processing/quality/figures.ts";

/** Sums of what was decided and what people said about it, made where the rows are; in any order unless told. */
export interface QualityFigures {
  /** Decisions in `span`; a record that was decided again counts again. */
  decisions(span: Span, of?: OfRecords): Promise<readonly DecisionCount[]>;
  /** Outcomes that people decided in `span`, by source and whether settled. */
  outcomes(span: Span, of?: OfRecords): Promise<readonly OutcomeSum[]>;
  /**
   * The same with a known inclusion, by source in up to `bins` runs of scores, as many outcomes in each as in any other,
   * or one more; by score.
   */
  scores(span: Span, bins: number): Promise<readonly ScoreBin[]>;
  /** Pairs of proposed and decided category. */
  confusions(span: Span): Promise<readonly ConfusionCount[]>;
}
