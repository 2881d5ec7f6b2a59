import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import type { Report } from "../../../../src/reports/report.ts";
import { REPORT_KINDS } from "../../../../src/reports/report_demand.ts";
import { listReports } from "../../../../src/reports/use_cases/list_reports.ts";
import { cursor } from "../../paging.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { Moment } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { reportPath, REPORTS } from "./report_path.ts";
import {
  KIND_WORDS,
  periodText,
  STATE_WORDS,
  termsText,
} from "./report_words.ts";
import { ReportsTabs } from "./reports_tabs.tsx";

/** Reports on a page. */
const LIMIT = 25;

/** The reports that were asked for, the latest first. */
export const listPage = page({
  path: "/reports",
  action: "reports.read",
  query: z.object({
    kind: z.enum(REPORT_KINDS).optional(),
    cursor: cursor("rpt").optional(),
  }),
  async show({ deps, scope, frame, query, filter, here }) {
    const found = await listReports(
      deps,
      scope,
      query.kind ? { kinds: [query.kind] } : {},
      { limit: LIMIT, cursor: query.cursor ?? null },
    );
    if (!found.ok) return found;
    const { data, nextCursor } = found.value;
    return ok({
      title: "Reports",
      lead: "What a report says never changes, so it can be shown to others.",
      tools: frame.may("reports.write") && (
        <a class="button primary" href={`${REPORTS}/new`}>New report</a>
      ),
      body: (
        <>
          <ReportsTabs at={REPORTS} />
          {(data.length > 0 || query.kind) && (
            <form method="get" action={REPORTS} role="search" class="find">
              <SelectField
                form={filter}
                name="kind"
                label="Report"
                none="Any"
                choices={Object.entries(KIND_WORDS)}
              />
              <button type="submit">Show</button>
            </form>
          )}
          {data.length === 0
            ? (
              <Empty title="No reports yet">
                <p>
                  Spend, automation, reviewers, rules, exceptions and the audit
                  trail: for a period that you choose, or again and again.
                </p>
                {frame.may("reports.write") && (
                  <p>
                    <a class="button" href={`${REPORTS}/new`}>
                      Make the first report
                    </a>
                  </p>
                )}
              </Empty>
            )
            : <ReportTable reports={data} />}
          <Pager here={here} nextCursor={nextCursor} />
        </>
      ),
    });
  },
});

function ReportTable({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <DataTable<Report>
      caption="Latest first"
      columns={[
        {
          label: "Report",
          isTitle: true,
          cell: ({ id, terms }) => (
            <a href={reportPath(id)}>{termsText(terms)}</a>
          ),
        },
        { label: "Period", cell: ({ period }) => periodText(period) },
        { label: "Asked for", cell: (one) => <Moment at={one.createdAt} /> },
        {
          label: "State",
          cell: ({ state, scheduleId }) => (
            <>
              <Tag tone={STATE_WORDS[state].tone}>
                {STATE_WORDS[state].label}
              </Tag>
              {scheduleId !== null && <Tag>scheduled</Tag>}
            </>
          ),
        },
      ]}
      rows={reports}
    />
  );
}
