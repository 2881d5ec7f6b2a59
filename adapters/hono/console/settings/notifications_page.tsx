import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import {
  NOTICE_KINDS,
  type NoticeKind,
} from "../../../../src/notifications/notice_kinds.ts";
import {
  NOTICE_MODES,
  type NoticeMode,
} from "../../../../src/notifications/preference.ts";
import { changePreferences } from "../../../../src/notifications/use_cases/change_preferences.ts";
import { readPreferences } from "../../../../src/notifications/use_cases/read_preferences.ts";
import { SelectField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { MODE_CHOICES, NOTICE_WORDS } from "./notice_words.ts";
import { NOTIFICATIONS, SETTINGS } from "./settings_path.ts";
import { SettingsTabs } from "./settings_tabs.tsx";

/** What whoever looks at it is told by e-mail. */
export const notificationsPage = page({
  path: "/settings/notifications",
  action: "session.own",
  async show({ deps, scope, frame, form }) {
    const found = await readPreferences(deps, scope);
    if (!found.ok) return found;
    const { modes, mails } = found.value;
    return ok({
      title: "Your e-mails",
      lead: "What you yourself are told of; others choose for themselves.",
      trail: [{ href: SETTINGS, label: "Settings" }],
      body: (
        <>
          <SettingsTabs frame={frame} at={NOTIFICATIONS} />
          {!mails && (
            <div class="flash note">
              <p>
                This service has no mail server, so nothing goes out; what you
                choose is kept for when it has one.
              </p>
            </div>
          )}
          <form method="post" action={NOTIFICATIONS} class="card">
            <FormTrouble form={form} labels={NOTICE_WORDS} />
            <div class="filters">
              {NOTICE_KINDS.map((kind) => (
                <SelectField
                  form={form}
                  name={kind}
                  label={NOTICE_WORDS[kind]}
                  value={modes[kind]}
                  choices={MODE_CHOICES}
                />
              ))}
            </div>
            <div class="buttons">
              <button type="submit" class="primary">Save</button>
            </div>
          </form>
        </>
      ),
    });
  },
});

const mode = z.enum(NOTICE_MODES);

/** Chooses all of them. */
export const notificationsAction = action({
  path: "/settings/notifications",
  action: "session.own",
  form: z.object(
    Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, mode])) as Readonly<
      Record<NoticeKind, typeof mode>
    >,
  ),
  page: notificationsPage,
  async act({ deps, scope, form }) {
    const chosen: Readonly<Record<NoticeKind, NoticeMode>> = form;
    const changed = await changePreferences(deps, scope, chosen);
    return changed.ok
      ? ok({ to: NOTIFICATIONS, flash: { kind: "done", text: "Saved." } })
      : changed;
  },
});
