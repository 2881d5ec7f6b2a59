import { ok } from "../../../../src/kernel/result.ts";
import type { ReportSchedule } from "../../../../src/reports/report_schedule.ts";
import { listSchedules } from "../../../../src/reports/use_cases/list_schedules.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { reportPath, REPORTS, schedulePath, SCHEDULES } from "./report_path.ts";
import { termsText } from "./report_words.ts";
import { ReportsTabs } from "./reports_tabs.tsx";

/** Reports that are made again and again. */
export const schedulesPage = page({
  path: "/reports/schedules",
  action: "reports.read",
  async show({ deps, scope, frame }) {
    const all = await listSchedules(deps, scope);
    if (!all.ok) return all;
    return ok({
      title: "Schedules",
      lead:
        "Reports that are made again and again; who wants to hear of them says so under Settings, Notifications.",
      trail: [{ href: REPORTS, label: "Reports" }],
      tools: frame.may("reports.write") && (
        <a class="button primary" href={`${SCHEDULES}/new`}>New schedule</a>
      ),
      body: (
        <>
          <ReportsTabs at={SCHEDULES} />
          {all.value.length === 0
            ? (
              <Empty title="Nothing is made by itself yet">
                <p>A schedule makes one report each day, week or month.</p>
              </Empty>
            )
            : (
              <DataTable<ReportSchedule>
                caption="Schedules, oldest first"
                columns={[
                  {
                    label: "Schedule",
                    isTitle: true,
                    cell: ({ id, name }) => (
                      <a href={schedulePath(id)}>{name}</a>
                    ),
                  },
                  { label: "Report", cell: ({ terms }) => termsText(terms) },
                  {
                    label: "Next",
                    cell: ({ paused, nextAt }) =>
                      paused
                        ? <Tag tone="warn">Paused</Tag>
                        : <Moment at={nextAt} />,
                  },
                  {
                    label: "Last",
                    cell: ({ lastReportId }) =>
                      lastReportId === null
                        ? <span class="quiet">none yet</span>
                        : (
                          <a href={reportPath(lastReportId)}>the last report</a>
                        ),
                  },
                ]}
                rows={all.value}
              />
            )}
        </>
      ),
    });
  },
});
