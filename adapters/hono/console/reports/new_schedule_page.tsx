import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { REPORT_KINDS } from "../../../../src/reports/report_demand.ts";
import { createSchedule } from "../../../../src/reports/use_cases/create_schedule.ts";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { action } from "../shell/action.ts";
import { Once } from "../shell/once.tsx";
import { page } from "../shell/page.tsx";
import { KindTabs, ofKind } from "./kind_tabs.tsx";
import { REPORTS, SCHEDULES } from "./report_path.ts";
import {
  SCHEDULE_LABELS,
  ScheduleFields,
  scheduleForm,
  scheduleIn,
} from "./schedule_form.tsx";
import { termsChoices } from "./terms_choices.ts";
import { atFields } from "./terms_form.ts";

/** A new schedule. */
export const newSchedulePage = page({
  path: "/reports/schedules/new",
  action: "reports.write",
  query: z.object({ kind: z.enum(REPORT_KINDS).default("spend") }),
  async show({ deps, scope, frame, form, query: { kind } }) {
    const at = `${SCHEDULES}/new` as const;
    const choices = await termsChoices(deps, scope, frame, kind);
    if (!choices.ok) return choices;
    return ok({
      title: "New schedule",
      trail: [
        { href: REPORTS, label: "Reports" },
        { href: SCHEDULES, label: "Schedules" },
      ],
      body: (
        <>
          <KindTabs path={at} kind={kind} />
          <form method="post" action={ofKind(at, kind)} class="card fields">
            <FormTrouble form={form} labels={SCHEDULE_LABELS} />
            <Once form={form} />
            <ScheduleFields form={form} kind={kind} choices={choices.value} />
            <div class="buttons">
              <button type="submit" class="primary">Make the schedule</button>
              <a class="button" href={SCHEDULES}>Cancel</a>
            </div>
          </form>
        </>
      ),
    });
  },
});

export const newScheduleAction = action({
  path: "/reports/schedules/new",
  action: "reports.write",
  form: scheduleForm,
  page: newSchedulePage,
  async act({ once, scope, form }) {
    const given = { ...scheduleIn(form), paused: false };
    const made = await createSchedule(once, scope, given);
    return made.ok
      ? ok({
        to: SCHEDULES,
        flash: { kind: "done", text: `“${made.value.name}” is planned.` },
      })
      : fail(atFields(made.failure));
  },
});
