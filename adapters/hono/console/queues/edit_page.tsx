import { fail, ok } from "../../../../src/kernel/result.ts";
import {
  changeQueue,
  type QueueDefinition,
} from "../../../../src/approvals/use_cases/change_queues.ts";
import { listQueues } from "../../../../src/approvals/use_cases/list_queues.ts";
import type { ReviewQueue } from "../../../../src/approvals/review_queue.ts";
import { sameConditions } from "../../../../src/approvals/why_idle.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { EditForm } from "../parts/edit_form.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { REVIEW } from "../review/review_path.ts";
import { editAction } from "../shell/edit_action.ts";
import { editState, openedWith } from "../shell/edit_state.ts";
import { page } from "../shell/page.tsx";
import { QUEUE_LABELS, QueueFields } from "./queue_fields.tsx";
import {
  atFields,
  queueForm,
  queueValues,
  readQueue,
  withCategory,
} from "./queue_form.ts";
import { queueId, queuePath, QUEUES } from "./queue_path.ts";
import { queueWorld } from "./queue_world.ts";

/** Tells its form from others of the page. */
const FORM = "queue";

/** A queue that is there, to be changed or removed. */
export const editPage = page({
  path: "/review/queues/{id}",
  action: "review_queues.write",
  id: queueId,
  async show({ deps, scope, id, form }) {
    const [all, world] = await Promise.all([
      listQueues(deps, scope),
      queueWorld(deps, scope),
    ]);
    if (!all.ok) return all;
    if (!world.ok) return world;
    const queue = all.value.queues.find((one) => one.id === id);
    if (!queue) return fail(queueId.missing(id));
    const edit = editState(form, queueValues(queue), FORM);
    return ok({
      title: queue.name,
      trail: [
        { href: REVIEW, label: "Review" },
        { href: QUEUES, label: "Queues" },
      ],
      tools: <Remove queue={queue} />,
      body: (
        <>
          {edit.failure === null && <FormTrouble form={form} />}
          <EditForm
            form={edit}
            action={queuePath(id)}
            labels={QUEUE_LABELS}
            look="card fields wide"
            cancel={QUEUES}
          >
            <QueueFields form={edit} world={world.value} />
          </EditForm>
        </>
      ),
    });
  },
});

function Remove({ queue: { id, name } }: { readonly queue: ReviewQueue }) {
  return (
    <Ask
      id="remove"
      button="Remove"
      tone="danger"
      title={`Remove “${name}”?`}
    >
      <p>
        What is in it is in the next queue that takes it, or among the others.
      </p>
      <form method="post" action={`${queuePath(id)}/remove`} class="buttons">
        <button type="submit" class="danger">Remove queue</button>
        <Cancel of="remove" />
      </form>
    </Ask>
  );
}

/** Changes a queue; one more category to choose from is put into the form as it is, merged. */
export const changeAction = editAction({
  path: "/review/queues/{id}",
  action: "review_queues.write",
  id: queueId,
  form: queueForm,
  page: editPage,
  async standing({ deps, scope, id }) {
    const all = await listQueues(deps, scope);
    if (!all.ok) return all;
    const it = all.value.queues.find((one) => one.id === id);
    return it
      ? ok({ it, version: it.version, values: queueValues(it) })
      : fail(queueId.missing(id));
  },
  async act({ deps, scope, id, form, it, values, version }) {
    if (form.do === "add" && form.category_id) {
      return ok({ again: openedWith(withCategory(form), values, FORM) });
    }
    const read = readQueue(form);
    if (!read.ok) return read;
    const changed = await changeQueue(deps, scope, id, {
      change: changeOf(it, read.value),
      seenVersion: version,
    });
    if (!changed.ok) return fail(atFields(changed.failure));
    const text = `“${changed.value.name}” was changed.`;
    return ok({ to: QUEUES, flash: { kind: "done", text } });
  },
});

/** What stays as it is is not written again: it may name what is archived by now. */
function changeOf(
  before: ReviewQueue,
  { conditions, ...rest }: QueueDefinition,
): Partial<QueueDefinition> {
  return {
    ...rest,
    ...!sameConditions(before.conditions, conditions) && { conditions },
  };
}
