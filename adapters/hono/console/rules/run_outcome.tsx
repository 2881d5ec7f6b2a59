import type { Page } from "../../../../src/kernel/page.ts";
import type { RecordDiff } from "../../../../src/rules/history/plan.ts";
import type { RuleRun } from "../../../../src/rules/history/run.ts";
import type { PassedOverBecause } from "../../../../src/rules/history/passed_over.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { type DiffNames, DiffTable } from "./diff_table.tsx";
import { UndoForm } from "./undo_form.tsx";

/** Why a record is passed over, as it goes on after its count. */
const PASSED_OVER: Readonly<Record<PassedOverBecause, string>> = {
  changed_since: "changed since, or gone",
  category_archived: "with a category that was archived since",
  undecided: "that no rule would decide any more",
  settled_by_person: "as a person settled them",
  not_sorted: "not processed, rejected or erased",
};

/** What a run did so far, record by record, and its undo. */
export function RunOutcome(
  { run, diffs, known, mayWrite, here }: {
    readonly run: RuleRun;
    readonly diffs: Page<RecordDiff>;
    readonly known: DiffNames;
    readonly mayWrite: boolean;
    readonly here: URL;
  },
) {
  const { state, counts } = run;
  const isOver = state !== "applying" && state !== "undoing";
  return (
    <>
      {state === "failed" && (
        <section class="card note" aria-label="State">
          <p>
            The run failed in the middle. What it changed until then is below,
            and can be undone.
          </p>
        </section>
      )}
      <Card title="What became of records">
        <Facts>
          <Fact name="Started">
            <Moment at={run.createdAt} />
          </Fact>
          <Fact name="Ended">
            {run.endedAt === null ? "–" : <Moment at={run.endedAt} />}
          </Fact>
          <Fact name="Looked at">{wholeText(counts.scanned)}</Fact>
          <Fact name="Changed">{wholeText(counts.changed)}</Fact>
          <Fact name="Unchanged">
            {wholeText(counts.unchanged)}{" "}
            <span class="quiet small">nothing to change</span>
          </Fact>
          <Fact name="Passed over">
            <PassedOver counts={counts} />
          </Fact>
          {run.undoneBy !== null && (
            <>
              <Fact name="Taken back">{wholeText(counts.restored)}</Fact>
              <Fact name="Kept, changed since">
                {wholeText(counts.kept)}
              </Fact>
            </>
          )}
        </Facts>
      </Card>
      {mayWrite && <UndoForm run={run} />}
      {diffs.data.length === 0
        ? isOver && (
          <Empty title="No record was changed">
            <p>All that it looked at were so already, or passed over.</p>
          </Empty>
        )
        : (
          <DiffTable
            caption="Records that it changed, latest first"
            diffs={diffs.data}
            known={known}
          />
        )}
      <Pager here={here} nextCursor={diffs.nextCursor} />
    </>
  );
}

function PassedOver(
  { counts: { passedOver } }: Pick<RuleRun, "counts">,
) {
  const whys = Object.entries(passedOver)
    .filter(([, count]) => count > 0) as [PassedOverBecause, number][];
  const all = whys.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      {wholeText(all)}
      {all > 0 && (
        <ul class="changes">
          {whys.map(([because, count]) => (
            <li>{wholeText(count)} {PASSED_OVER[because]}</li>
          ))}
        </ul>
      )}
    </>
  );
}
