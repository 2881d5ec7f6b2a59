import { fail, ok } from "../../../../src/kernel/result.ts";
import {
  changeQueue,
  type QueueDefinition,
} from "../../../../src/approvals/use_cases/change_queues.ts";
import { listQueues } from "../../../../src/approvals/use_cases/list_queues.ts";
import type { ReviewQueue } from "../../../../src/approvals/review_queue.ts";
import { sameConditions } from "../../../../src/approvals/why_idle.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { REVIEW } from "../review/review_path.ts";
import { action } from "../shell/action.ts";
import { textOf } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { QueueFields } from "./queue_fields.tsx";
import {
  atFields,
  queueForm,
  queueValues,
  readQueue,
  withCategory,
} from "./queue_form.ts";
import { queueId, queuePath, QUEUES } from "./queue_path.ts";
import { askedText, hoursText, takesText } from "./queue_texts.ts";
import { queueWorld } from "./queue_world.ts";

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
    const at = queuePath(id);
    const isFresh = Object.keys(form.values).length === 0;
    const isStale = form.failure?.kind === "review_queue.stale";
    const sent = Number(textOf(form, "seen"));
    return ok({
      title: queue.name,
      trail: [
        { href: REVIEW, label: "Review" },
        { href: QUEUES, label: "Queues" },
      ],
      tools: <Remove queue={queue} />,
      body: (
        <QueueFields
          form={isFresh ? { ...form, values: queueValues(queue) } : form}
          action={at}
          world={world.value}
          seen={isStale || isFresh || !sent ? queue.version : sent}
          button="Save"
        >
          {isStale && (
            <div>
              <p>
                What you wrote is still below. By now the queue is this:
              </p>
              <Facts>
                <Fact name="Name">{queue.name}</Fact>
                <Fact name="Takes">
                  {takesText(queue.conditions, world.value.names)}
                </Fact>
                <Fact name="Asked">
                  {askedText(queue.assignees, world.value.names)}
                </Fact>
                <Fact name="Due after">
                  {queue.slaHours === null
                    ? "never"
                    : hoursText(queue.slaHours)}
                </Fact>
              </Facts>
              <p class="more">
                Press Save again to put yours in its place, or{" "}
                <a href={at}>start from what it is</a>.
              </p>
            </div>
          )}
        </QueueFields>
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

/** Changes a queue, in the version that its writer saw. */
export const editAction = action({
  path: "/review/queues/{id}",
  action: "review_queues.write",
  id: queueId,
  form: queueForm,
  page: editPage,
  async act({ deps, scope, id, form }) {
    if (form.do === "add" && form.category_id) {
      return ok({ again: withCategory(form) });
    }
    const read = readQueue(form);
    if (!read.ok) return read;
    const all = await listQueues(deps, scope);
    if (!all.ok) return all;
    const before = all.value.queues.find((one) => one.id === id);
    if (!before) return fail(queueId.missing(id));
    const changed = await changeQueue(deps, scope, id, {
      change: changeOf(before, read.value),
      seenVersion: Number(form.seen) || null,
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
