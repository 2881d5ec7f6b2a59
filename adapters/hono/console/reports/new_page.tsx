import { z } from "@hono/zod-openapi";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { plusMs } from "../../../../src/kernel/instant.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { windowBefore } from "../../../../src/reports/schedule_window.ts";
import { requestReport } from "../../../../src/reports/use_cases/request_report.ts";
import { FormTrouble, TextField } from "../parts/field.tsx";
import { day, DAY_MS } from "../records/filter_query.ts";
import { action } from "../shell/action.ts";
import { Once } from "../shell/once.tsx";
import { page } from "../shell/page.tsx";
import { reportPath, REPORTS } from "./report_path.ts";
import { TermsFields } from "./terms_fields.tsx";
import { TERMS_LABELS, termsFields, termsIn } from "./terms_form.ts";

/** What a new report is of, and for which days. */
export const newPage = page({
  path: "/reports/new",
  action: "reports.write",
  async show({ deps, scope, form }) {
    const categories = await listCategories(deps, scope);
    if (!categories.ok) return categories;
    const lastMonth = windowBefore(deps.clock.now(), "previous_month", "UTC");
    return ok({
      title: "New report",
      lead: "A job makes it; you see how far it is.",
      trail: [{ href: REPORTS, label: "Reports" }],
      body: (
        <form method="post" action={`${REPORTS}/new`} class="card fields">
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
          <TermsFields form={form} terms={null} categories={categories.value} />
          <div class="buttons">
            <button type="submit" class="primary">Make the report</button>
            <a class="button" href={REPORTS}>Cancel</a>
          </div>
        </form>
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
    return asked.ok ? ok({ to: reportPath(asked.value.id) }) : asked;
  },
});
