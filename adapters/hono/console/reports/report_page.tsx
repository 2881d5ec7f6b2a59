import { ok } from "../../../../src/kernel/result.ts";
import {
  REPORT_FORMATS,
  type ReportFormat,
  type ReportKind,
} from "../../../../src/reports/report_demand.ts";
import type { ReportTable } from "../../../../src/reports/report_table.ts";
import type { Report } from "../../../../src/reports/report.ts";
import { readReport } from "../../../../src/reports/use_cases/read_report.ts";
import { reportCharts } from "../../../charts/report_charts.ts";
import { Card } from "../parts/card.tsx";
import { chartCard } from "../parts/chart_card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { FormTrouble } from "../parts/field.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { FiguresTable } from "./figures_table.tsx";
import { reportId, reportPath, REPORTS, schedulePath } from "./report_path.ts";
import {
  FORMAT_WORDS,
  periodText,
  STATE_WORDS,
  termsText,
} from "./report_words.ts";

/** One report: how far it is, its files, and its figures. */
export const reportPage = page({
  path: "/reports/{id}",
  action: "reports.read",
  id: reportId,
  async show({ deps, scope, frame, id, form }) {
    const found = await readReport(deps, scope, id);
    if (!found.ok) return found;
    const report = found.value;
    const { state, progress, terms, period, tables } = report;
    const isOver = state !== "waiting" && state !== "running";
    const isWriter = frame.may("reports.write");
    // What is asked for of a finished report is made while it stays done.
    const isMade = isOver && awaited(report).length === 0;
    return ok({
      title: termsText(terms),
      lead: `${periodText(period)}, in UTC days.`,
      trail: [{ href: REPORTS, label: "Reports" }],
      body: (
        <div
          id="report"
          {...!isMade &&
            { "data-live": "REPORT_GENERATED REPORT_FAILED REPORT_CANCELLED" }}
        >
          <FormTrouble form={form} labels={{ formats: "Formats" }} />
          {!isOver && (
            <Card title="Being made">
              {/* The card around it is what is fetched anew. */}
              <label for="made">Rows written</label>
              <progress
                id="made"
                {...progress.total !== null && {
                  max: Math.max(progress.total, 1),
                  value: progress.done,
                }}
              >
              </progress>
              <p class="quiet small">
                {progress.total === null
                  ? "Starting"
                  : `${wholeText(progress.done)} of ${
                    wholeText(progress.total)
                  }`}
                <noscript>· reload the page to see how far it is</noscript>
              </p>
              {isWriter && (
                <form method="post" action={`${reportPath(id)}/cancel`}>
                  <button type="submit">Cancel the report</button>
                </form>
              )}
            </Card>
          )}
          <div class="columns">
            {state === "done" && <Files report={report} isWriter={isWriter} />}
            <Card title="What it is of">
              <Facts>
                <Fact name="State">
                  <Tag tone={STATE_WORDS[state].tone}>
                    {STATE_WORDS[state].label}
                  </Tag>
                </Fact>
                <Fact name="Asked for">
                  <Moment at={report.createdAt} />
                </Fact>
                {report.endedAt !== null && (
                  <Fact name="Ended">
                    <Moment at={report.endedAt} />
                  </Fact>
                )}
                {report.rows !== null && (
                  <Fact name="Rows">{wholeText(report.rows)}</Fact>
                )}
                <Fact name="Compared">
                  {terms.compare === null
                    ? "with nothing"
                    : "with the period before"}
                </Fact>
                {report.scheduleId !== null && (
                  <Fact name="Made by">
                    <a href={schedulePath(report.scheduleId)}>a schedule</a>
                  </Fact>
                )}
              </Facts>
              {state === "failed" && (
                <p>
                  It could not be made. Ask for it again; if that fails too, see
                  Dead letters.
                </p>
              )}
            </Card>
          </div>
        </div>
      ),
      // Charts are drawn.
      async rest() {
        return ok(
          <div id="figures" data-fresh>
            {state === "done" && tables !== null && (
              await drawn(terms.kind, tables)
            )}
          </div>,
        );
      },
    });
  },
});

/** The figures as charts, and all of them as tables. */
async function drawn(kind: ReportKind, tables: readonly ReportTable[]) {
  const charts = reportCharts(kind, tables);
  return (
    <>
      {charts.length > 0 && (
        <div class="charts">
          {await Promise.all(charts.map((chart) => chartCard(chart)))}
        </div>
      )}
      {tables.map((table) => FiguresTable({ table }))}
    </>
  );
}

/** The formats that are being made of a finished report. */
function awaited(
  { state, terms, files, erasedAt }: Report,
): readonly ReportFormat[] {
  if (state !== "done" || erasedAt !== null) return [];
  return terms.formats.filter((one) => files[one] === undefined);
}

function Files(
  { report, isWriter }: {
    readonly report: Report;
    readonly isWriter: boolean;
  },
) {
  const { id, files, terms, erasedAt } = report;
  if (erasedAt !== null) {
    return (
      <Card title="Files">
        <p>
          They went when a person’s data was erased. Make the report again to
          have them without it.
        </p>
      </Card>
    );
  }
  const all = REPORT_FORMATS.toReversed();
  const coming = awaited(report);
  const lacking = all.filter((one) =>
    files[one] === undefined && !terms.formats.includes(one)
  );
  return (
    <Card title="Files">
      <ul class="plain-list">
        {all.map((one) => File({ id, format: one, file: files[one] }))}
      </ul>
      {coming.length > 0 && (
        <>
          <p id="coming">
            Being made: {coming.map((one) => FORMAT_WORDS[one]).join(", ")}
          </p>
          <progress aria-labelledby="coming"></progress>
        </>
      )}
      {lacking.length > 0 && isWriter && (
        <form
          method="post"
          action={`${reportPath(id)}/formats`}
          class="buttons"
        >
          {lacking.map((one) => (
            <button type="submit" name="formats" value={one}>
              Make {one.toUpperCase()} too
            </button>
          ))}
        </form>
      )}
    </Card>
  );
}

function File(
  { id, format, file }: {
    readonly id: Report["id"];
    readonly format: ReportFormat;
    readonly file: Report["files"][ReportFormat];
  },
) {
  if (file === undefined) return null;
  return (
    <li>
      <a
        class="tall"
        href={`${reportPath(id)}/file?format=${format}`}
        download
      >
        {FORMAT_WORDS[format]}
      </a>{" "}
      <span class="quiet small">
        {wholeText(Math.ceil(file.bytes / 1_000))} kB
      </span>
    </li>
  );
}
