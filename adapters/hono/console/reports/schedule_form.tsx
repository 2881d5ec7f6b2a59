import { z } from "@hono/zod-openapi";
import type { Category } from "../../../../src/categories/category.ts";
import type { NewSchedule } from "../../../../src/reports/use_cases/create_schedule.ts";
import type { ReportSchedule } from "../../../../src/reports/report_schedule.ts";
import { SCHEDULE_WINDOWS } from "../../../../src/reports/schedule_window.ts";
import { name, text } from "../../fields.ts";
import { FormTrouble, SelectField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { Once } from "../shell/once.tsx";
import { SCHEDULES } from "./report_path.ts";
import { WINDOW_WORDS } from "./report_words.ts";
import { TermsFields } from "./terms_fields.tsx";
import { TERMS_LABELS, termsFields, termsIn } from "./terms_form.ts";

/** What a schedule's form holds. */
export const scheduleForm = z.object({
  ...termsFields,
  name: name(),
  cron: text(100),
  time_zone: text(100).default("UTC"),
  covers: z.enum(SCHEDULE_WINDOWS),
});

/** A schedule as use cases take it. */
export function scheduleIn(
  form: z.output<typeof scheduleForm>,
): Omit<NewSchedule, "paused"> {
  return {
    name: form.name,
    cron: form.cron,
    timeZone: form.time_zone,
    covers: form.covers,
    terms: termsIn(form),
  };
}

/** When, of which period, and what. */
export function ScheduleForm(
  { form, schedule, categories, action, button }: {
    readonly form: FormState;
    readonly schedule: ReportSchedule | null;
    readonly categories: readonly Category[];
    readonly action: string;
    readonly button: string;
  },
) {
  return (
    <form method="post" action={action} class="card fields">
      {schedule === null && <Once form={form} />}
      <FormTrouble
        form={form}
        labels={{
          ...TERMS_LABELS,
          name: "Name",
          cron: "When",
          time_zone: "Time zone",
          covers: "Period",
        }}
      />
      <TextField
        form={form}
        name="name"
        label="Name"
        required
        maxlength={200}
        value={schedule?.name ?? ""}
      />
      <TextField
        form={form}
        name="cron"
        label="When"
        hint="Minute, hour, day of the month, month, day of the week: “0 7 1 * *” is at seven on the first of each month."
        required
        maxlength={100}
        value={schedule?.cron ?? "0 7 1 * *"}
      />
      <TextField
        form={form}
        name="time_zone"
        label="Time zone"
        hint="Such as Europe/London."
        maxlength={100}
        value={schedule?.timeZone ?? "UTC"}
      />
      <SelectField
        form={form}
        name="covers"
        label="Period"
        value={schedule?.covers ?? "previous_month"}
        choices={Object.entries(WINDOW_WORDS)}
      />
      <TermsFields
        form={form}
        terms={schedule?.terms ?? null}
        categories={categories}
      />
      {schedule !== null && (
        <input type="hidden" name="seen" value={String(schedule.version)} />
      )}
      <div class="buttons">
        <button type="submit" class="primary">{button}</button>
        <a class="button" href={SCHEDULES}>Cancel</a>
      </div>
    </form>
  );
}
