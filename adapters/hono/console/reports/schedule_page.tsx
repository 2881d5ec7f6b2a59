import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { REPORT_KINDS } from "../../../../src/reports/report_demand.ts";
import { changeSchedule } from "../../../../src/reports/use_cases/change_schedule.ts";
import { readSchedule } from "../../../../src/reports/use_cases/read_schedule.ts";
import { removeSchedule } from "../../../../src/reports/use_cases/remove_schedule.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { EditForm } from "../parts/edit_form.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Moment } from "../parts/figures.tsx";
import { action } from "../shell/action.ts";
import { editAction } from "../shell/edit_action.ts";
import { editState } from "../shell/edit_state.ts";
import { textOf } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { KindTabs, ofKind } from "./kind_tabs.tsx";
import { REPORTS, scheduleId, schedulePath, SCHEDULES } from "./report_path.ts";
import {
  SCHEDULE_LABELS,
  ScheduleFields,
  scheduleForm,
  scheduleIn,
  scheduleValues,
} from "./schedule_form.tsx";
import { termsChoices } from "./terms_choices.ts";
import { atFields } from "./terms_form.ts";

/** One schedule: changing, pausing and removing it. */
export const schedulePage = page({
  path: "/reports/schedules/{id}",
  action: "reports.read",
  id: scheduleId,
  query: z.object({ kind: z.enum(REPORT_KINDS).optional() }),
  async show({ deps, scope, frame, id, form, query }) {
    const found = await readSchedule(deps, scope, id);
    if (!found.ok) return found;
    const { name, paused, nextAt, terms } = found.value;
    const edit = editState(form, scheduleValues(found.value), "schedule");
    // Sent already, it is of the kind that it was merged to.
    const kind = edit.failure === null
      ? query.kind ?? terms.kind
      : REPORT_KINDS.find((one) => one === textOf(edit, "kind")) ?? terms.kind;
    const choices = await termsChoices(deps, scope, frame, kind);
    if (!choices.ok) return choices;
    const at = schedulePath(id);
    const isWriter = frame.may("reports.write");
    return ok({
      title: name,
      lead: paused ? "It is paused." : (
        <>
          Next: <Moment at={nextAt} />.
        </>
      ),
      trail: [
        { href: REPORTS, label: "Reports" },
        { href: SCHEDULES, label: "Schedules" },
      ],
      tools: isWriter && (
        <>
          <form method="post" action={`${at}/pause`}>
            <input type="hidden" name="to" value={paused ? "on" : "paused"} />
            <button type="submit">{paused ? "Resume" : "Pause"}</button>
          </form>
          <Ask id="remove" button="Remove" tone="danger" title="Remove it?">
            <p>The reports that it had made stay.</p>
            <form method="post" action={`${at}/remove`} class="buttons">
              <button type="submit" class="danger">Remove schedule</button>
              <Cancel of="remove" />
            </form>
          </Ask>
        </>
      ),
      body: isWriter
        ? (
          <>
            {edit.failure === null && <FormTrouble form={form} />}
            <KindTabs path={at} kind={kind} />
            <EditForm
              form={edit}
              action={ofKind(at, kind)}
              page={at}
              labels={SCHEDULE_LABELS}
              look="card fields"
              cancel={SCHEDULES}
            >
              <ScheduleFields form={edit} kind={kind} choices={choices.value} />
            </EditForm>
          </>
        )
        : <p>Your role may look at it, and not change it.</p>,
    });
  },
});

const common = {
  action: "reports.write",
  id: scheduleId,
  page: schedulePage,
} as const;

export const changeScheduleAction = editAction({
  ...common,
  path: "/reports/schedules/{id}",
  form: scheduleForm,
  async standing({ deps, scope, id }) {
    const found = await readSchedule(deps, scope, id);
    if (!found.ok) return found;
    const it = found.value;
    return ok({ it, version: it.version, values: scheduleValues(it) });
  },
  async act({ deps, scope, id, form, version }) {
    const changed = await changeSchedule(deps, scope, id, {
      change: scheduleIn(form),
      seenVersion: version,
    });
    return changed.ok
      ? ok({ to: schedulePath(id), flash: { kind: "done", text: "Saved." } })
      : fail(atFields(changed.failure));
  },
});

export const pauseScheduleAction = action({
  ...common,
  path: "/reports/schedules/{id}/pause",
  form: z.object({ to: z.enum(["paused", "on"]) }),
  async act({ deps, scope, id, form }) {
    const paused = form.to === "paused";
    const changed = await changeSchedule(deps, scope, id, {
      change: { paused },
      seenVersion: null,
    });
    return changed.ok
      ? ok({
        to: schedulePath(id),
        flash: { kind: "done", text: paused ? "It is paused." : "It goes on." },
      })
      : changed;
  },
});

export const removeScheduleAction = action({
  ...common,
  path: "/reports/schedules/{id}/remove",
  form: z.object({}),
  async act({ deps, scope, id }) {
    const removed = await removeSchedule(deps, scope, id);
    return removed.ok
      ? ok({
        to: SCHEDULES,
        flash: { kind: "done", text: "The schedule was removed." },
      })
      : removed;
  },
});
