import { ok } from "../../../../src/kernel/result.ts";
import { createQueue } from "../../../../src/approvals/use_cases/change_queues.ts";
import { REVIEW } from "../review/review_path.ts";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { action } from "../shell/action.ts";
import { Once } from "../shell/once.tsx";
import { page } from "../shell/page.tsx";
import { QUEUE_LABELS, QueueFields } from "./queue_fields.tsx";
import { atFields, queueForm, readQueue, withCategory } from "./queue_form.ts";
import { QUEUES } from "./queue_path.ts";
import { queueWorld } from "./queue_world.ts";

/** A new queue. */
export const newPage = page({
  path: "/review/queues/new",
  action: "review_queues.write",
  async show({ deps, scope, form }) {
    const world = await queueWorld(deps, scope);
    if (!world.ok) return world;
    return ok({
      title: "New queue",
      lead: "It comes to stand behind the others, and can be moved up then.",
      trail: [
        { href: REVIEW, label: "Review" },
        { href: QUEUES, label: "Queues" },
      ],
      body: (
        <form
          method="post"
          action={`${QUEUES}/new`}
          class="card fields wide"
        >
          <FormTrouble form={form} labels={QUEUE_LABELS} />
          <Once form={form} />
          <QueueFields form={form} world={world.value} />
          <div class="buttons">
            <button type="submit" name="do" value="save" class="primary">
              Make the queue
            </button>
            <a class="button" href={QUEUES}>Cancel</a>
          </div>
        </form>
      ),
    });
  },
});

/** Makes it. */
export const newAction = action({
  path: "/review/queues/new",
  action: "review_queues.write",
  form: queueForm,
  page: newPage,
  async act({ once, scope, form }) {
    if (form.do === "add" && form.category_id) {
      return ok({ again: withCategory(form) });
    }
    const read = readQueue(form);
    if (!read.ok) return read;
    const made = await createQueue(once, scope, read.value);
    if (!made.ok) return { ...made, failure: atFields(made.failure) };
    const text = `“${made.value.name}” was made. It stands last.`;
    return ok({ to: QUEUES, flash: { kind: "done", text } });
  },
});
