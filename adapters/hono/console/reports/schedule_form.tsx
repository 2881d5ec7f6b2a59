import { z } from "@hono/zod-openapi";
import type { NewSchedule } from "../../../../src/reports/use_cases/create_schedule.ts";
import type { ReportKind } from "../../../../src/reports/report_demand.ts";
import type { ReportSchedule } from "../../../../src/reports/report_schedule.ts";
import { SCHEDULE_WINDOWS } from "../../../../src/reports/schedule_window.ts";
import { name, text } from "../../fields.ts";
import { SelectField, TextField } from "../parts/field.tsx";
import { Theirs } from "../parts/theirs.tsx";
import type { FormState, FormValues } from "../shell/form_state.ts";
import { KIND_WORDS, WINDOW_WORDS } from "./report_words.ts";
import type { TermsChoices } from "./terms_choices.ts";
import { TermsFields } from "./terms_fields.tsx";
import {
  TERMS_LABELS,
  termsFields,
  termsIn,
  termsValues,
} from "./terms_form.ts";

const TIMES = [
  ["0 7 * * *", "Every day at seven"],
  ["0 7 * * 1-5", "Monday to Friday at seven"],
  ["0 7 * * 1", "Every Monday at seven"],
  ["0 7 1 * *", "On the first of every month at seven"],
  ["0 7 1 1,4,7,10 *", "On the first of every quarter at seven"],
  ["0 7 1 1 *", "On the first of January at seven"],
] as const;
const TIME_ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone")]
  .map((zone) => [zone, zone] as const);

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

/** What stands in the form of a schedule that is there. */
export function scheduleValues(
  { name, cron, timeZone, covers, terms }: ReportSchedule,
): FormValues {
  return { ...termsValues(terms), name, cron, time_zone: timeZone, covers };
}

/** What the fields are called, by name. */
export const SCHEDULE_LABELS = {
  ...TERMS_LABELS,
  name: "Name",
  cron: "When",
  time_zone: "Time zone",
  covers: "Period",
  compare: "Compare with the period before",
};

/** When, of which period, and what: the fields of a new schedule, and of one that is there. */
export function ScheduleFields(
  { form, kind, choices }: {
    readonly form: FormState;
    readonly kind: ReportKind;
    readonly choices: TermsChoices;
  },
) {
  return (
    <>
      <Theirs
        form={form}
        name="kind"
        id="field-kind"
        words={(value) => KIND_WORDS[value as ReportKind]}
      />
      <TextField
        form={form}
        name="name"
        label="Name"
        required
        maxlength={200}
      />
      <TextField
        form={form}
        name="cron"
        label="When"
        hint="Minute, hour, day of the month, month, day of the week: “0 7 1 * *” is at seven on the first of each month."
        required
        maxlength={100}
        value="0 7 1 * *"
        offers={TIMES}
      />
      <TextField
        form={form}
        name="time_zone"
        label="Time zone"
        hint="Such as Europe/London."
        maxlength={100}
        value="UTC"
        offers={TIME_ZONES}
      />
      <SelectField
        form={form}
        name="covers"
        label="Period"
        value="previous_month"
        choices={Object.entries(WINDOW_WORDS)}
      />
      <TermsFields form={form} kind={kind} terms={null} choices={choices} />
    </>
  );
}
