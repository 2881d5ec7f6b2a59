import type { Month } from "../src/kernel/month.ts";
import type {
  BudgetLimit,
  CallEnd,
  CallReservation,
  ModelBudget,
  ModelCallId,
  ModelMonth,
} from "../src/processing/model/spend.ts";

/** What a tenant's calls of language models cost, by month. */
export interface ModelSpend {
  /**
   * Charges the most that a call can cost to its month. False, and nothing is charged, where a limit is reached or
   * would be crossed (`limitMet`); of many units that reserve at once, just as many succeed as fit.
   */
  reserve(call: CallReservation, budget: ModelBudget): Promise<boolean>;
  /** Puts what a call used in place of what was charged for it. A call ends once; a second end changes nothing. */
  end(id: ModelCallId, end: CallEnd): Promise<void>;
  /** Counts records whose answer was known. */
  countCached(month: Month, records: number): Promise<void>;
  /** Notes that a call met this limit of `value`: true the first time in the month. */
  noteLimit(month: Month, limit: BudgetLimit, value: number): Promise<boolean>;
  /** Notes that this limit of `value` is near: true the first time in the month, unless it was met before. */
  noteNear(month: Month, limit: BudgetLimit, value: number): Promise<boolean>;
  /** The months from one on in which anything was counted, the latest first. */
  months(from: Month): Promise<readonly ModelMonth[]>;
}
