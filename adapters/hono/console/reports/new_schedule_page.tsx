import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { createSchedule } from "../../../../src/reports/use_cases/create_schedule.ts";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { REPORTS, SCHEDULES } from "./report_path.ts";
import { ScheduleForm, scheduleForm, scheduleIn } from "./schedule_form.tsx";

/** A new schedule. */
export const newSchedulePage = page({
  path: "/reports/schedules/new",
  action: "reports.write",
  async show({ deps, scope, form }) {
    const categories = await listCategories(deps, scope);
    if (!categories.ok) return categories;
    return ok({
      title: "New schedule",
      trail: [
        { href: REPORTS, label: "Reports" },
        { href: SCHEDULES, label: "Schedules" },
      ],
      body: (
        <ScheduleForm
          form={form}
          schedule={null}
          categories={categories.value}
          action={`${SCHEDULES}/new`}
          button="Make the schedule"
        />
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
      : made;
  },
});
