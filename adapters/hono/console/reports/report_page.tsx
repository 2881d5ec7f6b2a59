import { ok } from "../../../../src/kernel/result.ts";
import { DETAIL } from "../../../../src/reports/detail.ts";
import type {
  ReportFormat,
  ReportKind,
} from "../../../../src/reports/report_demand.ts";
import type { ReportTable } from "../../../../src/reports/report_table.ts";
import { readReport } from "../../../../src/reports/use_cases/read_report.ts";
import { reportCharts } from "../../../charts/report_charts.ts";
import { Card } from "../parts/card.tsx";
import { chartCard } from "../parts/chart_card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { ProgressBar } from "../parts/progress.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { FilesCard } from "./files_card.tsx";
import { FiguresTable } from "./figures_table.tsx";
import { reportId, reportPath, REPORTS, schedulePath } from "./report_path.ts";
import { filterTexts } from "./filter_texts.ts";
import { termsChoices } from "./terms_choices.ts";
import { reportHowFar } from "./report_progress.ts";
import { periodText, STATE_WORDS, termsText } from "./report_words.ts";

/** One report: how far it is, its files, and its figures. */
export const reportPage = page({
  path: "/reports/{id}",
  action: "reports.read",
  id: reportId,
  async show({ deps, scope, frame, id, form }) {
    const found = await readReport(deps, scope, id);
    if (!found.ok) return found;
    const report = found.value;
    const { state, terms, period, tables } = report;
    const choices = Object.keys(terms.filters).length === 0
      ? ok(new Map())
      : await termsChoices(deps, scope, frame, terms.kind);
    if (!choices.ok) return choices;
    const isOver = state !== "waiting" && state !== "running";
    const isWriter = frame.may("reports.write");
    const howFar = reportHowFar(report);
    const lost = form.failure?.kind === "report.file_lost"
      ? form.failure.facts["format"] as ReportFormat
      : null;
    return ok({
      title: termsText(terms),
      lead: `${periodText(period)}, in UTC days.`,
      trail: [{ href: REPORTS, label: "Reports" }],
      body: (
        <div
          id="report"
          {...!howFar.isOver &&
            { "data-live": "", "data-stream": `${reportPath(id)}/progress` }}
        >
          <FormTrouble form={form} labels={{ formats: "Formats" }} />
          {!isOver && (
            <Card title="Being made">
              {/* The card around it is what is fetched anew. */}
              <ProgressBar id="made" label="Rows written" howFar={howFar} />
              {isWriter && (
                <form method="post" action={`${reportPath(id)}/cancel`}>
                  <button type="submit">Cancel the report</button>
                </form>
              )}
            </Card>
          )}
          <div class="columns">
            {state === "done" && (
              <FilesCard report={report} isWriter={isWriter} lost={lost} />
            )}
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
                {report.rows !== null && DETAIL[terms.kind] !== null && (
                  <Fact name="Rows">{wholeText(report.rows)}</Fact>
                )}
                <Fact name="Compared">
                  {terms.compare === null
                    ? "with nothing"
                    : "with the period before"}
                </Fact>
                {filterTexts(terms.filters, choices.value).map((one) => (
                  <Fact name={`Only ${one.name}`}>{one.value}</Fact>
                ))}
                {report.scheduleId !== null && (
                  <Fact name="Made by">
                    <a href={schedulePath(report.scheduleId)}>a schedule</a>
                  </Fact>
                )}
              </Facts>
              {state === "cancelled" && report.erasedAt !== null && (
                <p>
                  It was given up when a person’s data was erased. Ask for it
                  again.
                </p>
              )}
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
