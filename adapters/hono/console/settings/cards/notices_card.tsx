import { z } from "@hono/zod-openapi";
import { ok } from "../../../../../src/kernel/result.ts";
import type { NotificationSettings } from "../../../../../src/notifications/notification_settings.ts";
import { changeSettings } from "../../../../../src/notifications/use_cases/change_settings.ts";
import { readSettings } from "../../../../../src/notifications/use_cases/read_settings.ts";
import { integerText } from "../../../fields.ts";
import { SelectField, TextField } from "../../parts/field.tsx";
import type { ConsoleRoute } from "../../shell/console_route.ts";
import { editAction } from "../../shell/edit_action.ts";
import type { ConsolePage } from "../../shell/page.tsx";
import type { SettingsCard } from "./settings_card.tsx";

const labels = {
  digest_hour: "Daily e-mails go out at",
  review_queue_days: "Days an item may wait",
};

const HOURS = Array.from(
  { length: 24 },
  (_, hour) =>
    [String(hour), `${String(hour).padStart(2, "0")}:00 UTC`] as const,
);

const form = z.object({
  digest_hour: integerText({ min: 0, max: 23 }),
  review_queue_days: integerText({ min: 1, max: 365 }),
});

/** When the company's people and programs are told of things. */
export const noticesCard: SettingsCard<NotificationSettings> = {
  path: "/settings/notices",
  title: "When people are told",
  lead: "Of what each of them chose to be told of.",
  labels,
  units: { digest_hour: "o’clock UTC" },
  blank: {},
  form,
  values: ({ digestHour, reviewQueueDays }) => ({
    digest_hour: String(digestHour),
    review_queue_days: String(reviewQueueDays),
  }),
  Fields: ({ form }) => (
    <>
      <SelectField
        form={form}
        name="digest_hour"
        label={labels.digest_hour}
        hint="To those who chose to be told once a day."
        choices={HOURS}
      />
      <TextField
        form={form}
        name="review_queue_days"
        label={labels.review_queue_days}
        hint="1 to 365: what waits in Review for longer is told of."
        required
      />
    </>
  ),
};

/** What its form is sent to. */
export function noticesCardAction(page: ConsolePage): ConsoleRoute {
  return editAction({
    path: noticesCard.path,
    action: "notifications.write",
    form,
    page,
    async standing({ deps, scope }) {
      const found = await readSettings(deps, scope);
      if (!found.ok) return found;
      const it = found.value;
      return ok({ it, version: it.version, values: noticesCard.values(it) });
    },
    async act({ deps, scope, form, version }) {
      const changed = await changeSettings(deps, scope, {
        digestHour: form.digest_hour,
        reviewQueueDays: form.review_queue_days,
      }, version);
      return changed.ok
        ? ok({
          to: `/console${page.path}`,
          flash: { kind: "done", text: "Saved." },
        })
        : changed;
    },
  });
}
