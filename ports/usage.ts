import type { Meter, UsageMonth, UsageReport } from "../src/billing/usage.ts";
import type { Month } from "../src/kernel/month.ts";
import type { Store } from "./store.ts";

/** What a tenant used, by month. */
export interface Usage {
  /**
   * Counts `count` more, unless that makes more than `limit` (null: none): then nothing is counted. `used` is what is
   * counted after it. Of many units that count at once, just as many succeed as fit.
   */
  take(
    meter: Meter,
    month: Month,
    count: number,
    limit: number | null,
  ): Promise<{ readonly taken: boolean; readonly used: number }>;
  /** Notes that this limit was reached: true the first time in the month. */
  noteReached(meter: Meter, month: Month, limit: number): Promise<boolean>;
  /** The months from one on in which anything was counted, the latest first. */
  months(from: Month): Promise<readonly UsageMonth[]>;
  /** What was counted and not cut off before, by month; from now on it is cut off. Amounts of 0 are left out. */
  cutOff(): Promise<
    readonly {
      readonly month: Month;
      readonly meter: Meter;
      readonly amount: number;
    }[]
  >;
  /** Makes units that are about to add one of these, or depend on the plan that is paid, take turns until they end: what was counted before stays so. */
  takeTurn(of: TurnOf): Promise<void>;
}

/** What there may be so many of, or one of a kind; and the plan. */
export type TurnOf =
  | "members"
  | "connections"
  | "invitations"
  | "review_queues"
  | "report_schedules"
  | "endpoints"
  | "plan";

/** What a payment provider is told of what was used. */
export interface UsageReports
  extends Pick<Store<UsageReport>, "add" | "find" | "save"> {
  /** Those that something is still to be done about, `due` and `unsure`, by id. */
  open(): Promise<readonly UsageReport[]>;
}
