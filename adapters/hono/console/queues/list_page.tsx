import { listQueues } from "../../../../src/approvals/use_cases/list_queues.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { REVIEW } from "../review/review_path.ts";
import { page } from "../shell/page.tsx";
import { ORDER_FORM } from "./move_buttons.tsx";
import { HAND_OUT, QUEUES } from "./queue_path.ts";
import { QueueTable } from "./queue_table.tsx";
import { queueWorld } from "./queue_world.ts";

/** The review queues in their order, and how full they are. */
export const listPage = page({
  path: "/review/queues",
  action: "approvals.read",
  show({ deps, scope, frame, form }) {
    const mayWrite = frame.may("review_queues.write");
    return Promise.resolve(ok({
      title: "Queues",
      lead: "Parts of what waits, for some people or in some time.",
      trail: [{ href: REVIEW, label: "Review" }],
      tools: (
        <>
          {frame.may("approvals.assign") && (
            <a class="button" href={HAND_OUT}>Hand out items</a>
          )}
          {mayWrite && (
            <a class="button primary" href={`${QUEUES}/new`}>New queue</a>
          )}
        </>
      ),
      body: <FormTrouble form={form} />,
      // Whatever waits is counted.
      async rest() {
        const [found, world] = await Promise.all([
          listQueues(deps, scope),
          queueWorld(deps, scope),
        ]);
        if (!found.ok) return found;
        if (!world.ok) return world;
        const { queues, counts } = found.value;
        if (queues.length === 0) {
          return ok(
            <Empty title="No queues yet">
              <p>
                Everything waits in one list, for everybody who may decide.
              </p>
            </Empty>,
          );
        }
        return ok(
          <>
            {mayWrite && (
              <form method="post" action={`${QUEUES}/order`} id={ORDER_FORM}>
                <input
                  type="hidden"
                  name="seen"
                  value={queues.map(({ id }) =>
                    id
                  ).join()}
                />
              </form>
            )}
            <QueueTable
              queues={queues}
              counts={counts}
              world={world.value}
              now={deps.clock.now()}
              mayWrite={mayWrite}
            />
          </>,
        );
      },
    }));
  },
});
