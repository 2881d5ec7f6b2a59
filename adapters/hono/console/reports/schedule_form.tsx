import { z } from "@hono/zod-openapi";
import type { NewSchedule } from "../../../../src/reports/use_cases/create_schedule.ts";
import type { ReportKind } from "../../../../src/reports/report_demand.ts";
import type { ReportSchedule } from "../../../../src/reports/report_schedule.ts";
import { SCHEDULE_WINDOWS } from "../../../../src/reports/schedule_window.ts";
import { name, text } from "../../fields.ts";
import { FormTrouble, SelectField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { Once } from "../shell/once.tsx";
import { SCHEDULES } from "./report_path.ts";
import { WINDOW_WORDS } from "./report_words.ts";
import { KindTabs, ofKind } from "./kind_tabs.tsx";
import type { TermsChoices } from "./terms_choices.ts";
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
  { form, schedule, kind, choices, path, button }: {
    readonly form: FormState;
    readonly schedule: ReportSchedule | null;
    readonly kind: ReportKind;
    readonly choices: TermsChoices;
    /** Of its page, which it is sent to. */
    readonly path: string;
    readonly button: string;
  },
) {
  return (
    <>
      <KindTabs path={path} kind={kind} />
      <form method="post" action={ofKind(path, kind)} class="card fields">
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
          kind={kind}
          terms={schedule?.terms ?? null}
          choices={choices}
        />
        {schedule === null ? <Once form={form} /> : (
          <input
            type="hidden"
            name="seen"
            value={String(schedule.version)}
          />
        )}
        <div class="buttons">
          <button type="submit" class="primary">{button}</button>
          <a class="button" href={SCHEDULES}>Cancel</a>
        </div>
      </form>
    </>
  );
}
