import type { Page } from "../../../../src/kernel/page.ts";
import type { Backtest } from "../../../../src/rules/history/backtest.ts";
import type { RecordDiff } from "../../../../src/rules/history/plan.ts";
import type { RuleSet } from "../../../../src/rules/rule.ts";
import { Empty } from "../parts/empty.tsx";
import { wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { ActivateForm } from "./activate_form.tsx";
import { BacktestFigures, ByRule } from "./backtest_figures.tsx";
import { type DiffNames, DiffTable } from "./diff_table.tsx";

/** What a back-test that is over found, and the way on from there. */
export function BacktestOutcome(
  { backtest, diffs, known, isStale, mayWrite, here }: {
    readonly backtest: Backtest;
    readonly diffs: Page<RecordDiff>;
    readonly known: DiffNames & { readonly set: RuleSet };
    readonly isStale: boolean;
    readonly mayWrite: boolean;
    readonly here: URL;
  },
) {
  const { report, state } = backtest;
  return (
    <>
      {state === "failed" && (
        <section class="card note" aria-label="State">
          <p>
            The back-test failed in the middle, after{" "}
            {wholeText(report.scanned)}{" "}
            records. Nothing was changed. Try it once more.
          </p>
        </section>
      )}
      {mayWrite && <ActivateForm backtest={backtest} isStale={isStale} />}
      <BacktestFigures report={report} />
      {diffs.data.length === 0
        ? (
          <Empty title="No record would change">
            <p>
              Of {wholeText(report.scanned)} records that were looked at.
            </p>
          </Empty>
        )
        : (
          <DiffTable
            caption={`${
              wholeText(report.changed)
            } records would change, latest first`}
            diffs={diffs.data}
            known={known}
          />
        )}
      <Pager here={here} nextCursor={diffs.nextCursor} />
      <ByRule
        rules={report.rules}
        inForce={new Set(known.set.rules.map((rule) => rule.id))}
      />
    </>
  );
}
