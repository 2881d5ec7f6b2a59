import type { OfRecords, Span } from "../src/processing/quality/figures.ts";
import type { ReportFilters } from "../src/reports/report_demand.ts";
import type { ReviewerSum } from "../src/reports/reviewer_tables.ts";
import type { RuleUse } from "../src/reports/rule_tables.ts";
import type { GroupKey, SpendAsked, SpendSum } from "../src/reports/spend.ts";

/** What reports are made of, summed where the rows are: each is one statement, and so of one moment. In any order unless told. */
export interface ReportFigures {
  /** The groups with the most records, up to `limit`, of equally many the first by key. */
  spendKeys(asked: SpendAsked, limit: number): Promise<readonly GroupKey[]>;
  /** Sums of the groups of `keys`, and of all others together; groups without a record are left out. */
  spendSums(
    asked: SpendAsked,
    keys: readonly GroupKey[],
  ): Promise<readonly SpendSum[]>;
  /** Those of `names` that some record has as its counterparty. */
  counterpartiesAmong(names: readonly string[]): Promise<readonly string[]>;
  /** Approvals decided in `span`, by who decided them, or of one of them. */
  reviewers(
    span: Span,
    of?: OfRecords & Pick<ReportFilters, "memberId">,
  ): Promise<readonly ReviewerSum[]>;
  /** Rules, or one, by what they did to records that they were tried on in `span`, and what people said in it. */
  ruleUse(
    span: Span,
    of?: OfRecords & Pick<ReportFilters, "ruleId">,
  ): Promise<readonly RuleUse[]>;
}
