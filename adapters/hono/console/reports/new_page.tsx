import { z } from "@hono/zod-openapi";
import { plusMs } from "../../../../src/kernel/instant.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { REPORT_KINDS } from "../../../../src/reports/report_demand.ts";
import { windowBefore } from "../../../../src/reports/schedule_window.ts";
import { requestReport } from "../../../../src/reports/use_cases/request_report.ts";
import { TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { day, DAY_MS } from "../records/filter_query.ts";
import { action } from "../shell/action.ts";
import { Once } from "../shell/once.tsx";
import { page } from "../shell/page.tsx";
import { reportPath, REPORTS } from "./report_path.ts";
import { KindTabs, ofKind } from "./kind_tabs.tsx";
import { termsChoices } from "./terms_choices.ts";
import { TermsFields } from "./terms_fields.tsx";
import { atFields, TERMS_LABELS, termsFields, termsIn } from "./terms_form.ts";

const NEW = `${REPORTS}/new`;

/** What a new report is of, and for which days. */
export const newPage = page({
  path: "/reports/new",
  action: "reports.write",
  query: z.object({ kind: z.enum(REPORT_KINDS).default("spend") }),
  async show({ deps, scope, frame, form, query: { kind } }) {
    const choices = await termsChoices(deps, scope, frame, kind);
    if (!choices.ok) return choices;
    const lastMonth = windowBefore(deps.clock.now(), "previous_month", "UTC");
    return ok({
      title: "New report",
      lead: "A job makes it; you see how far it is.",
      trail: [{ href: REPORTS, label: "Reports" }],
      body: (
        <>
          <KindTabs path={NEW} kind={kind} />
          <form method="post" action={ofKind(NEW, kind)} class="card fields">
            <FormTrouble
              form={form}
              labels={{ ...TERMS_LABELS, from: "From", to: "To" }}
            />
            <Once form={form} />
            <div class="pair">
              <TextField
                form={form}
                name="from"
                label="From"
                type="date"
                required
                value={lastMonth.from.slice(0, 10)}
              />
              <TextField
                form={form}
                name="to"
                label="To"
                type="date"
                required
                value={plusMs(lastMonth.to, -1).slice(0, 10)}
              />
            </div>
            <TermsFields
              form={form}
              kind={kind}
              terms={null}
              choices={choices.value}
            />
            <div class="buttons">
              <button type="submit" class="primary">Make the report</button>
              <a class="button" href={REPORTS}>Cancel</a>
            </div>
          </form>
        </>
      ),
    });
  },
});

/** Asks for it; both days belong to it. */
export const newAction = action({
  path: "/reports/new",
  action: "reports.write",
  form: z.object({ ...termsFields, from: day, to: day }),
  page: newPage,
  async act({ once, scope, form }) {
    const asked = await requestReport(once, scope, {
      terms: termsIn(form),
      period: { from: form.from, to: plusMs(form.to, DAY_MS) },
    });
    return asked.ok
      ? ok({ to: reportPath(asked.value.id) })
      : fail(atFields(asked.failure));
  },
});
