import { z } from "@hono/zod-openapi";
import { DEFAULT_QUEUE } from "../../../../src/approvals/review_queue.ts";
import { assignApprovals } from "../../../../src/approvals/use_cases/assign_approvals.ts";
import { listApprovals } from "../../../../src/approvals/use_cases/list_approvals.ts";
import { listQueues } from "../../../../src/approvals/use_cases/list_queues.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { idText } from "../../fields.ts";
import { cursor } from "../../paging.ts";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { REVIEW } from "../review/review_path.ts";
import { walkShape } from "../review/walk.ts";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { HandOutForm } from "./hand_out_form.tsx";
import { HAND_OUT, QUEUES } from "./queue_path.ts";
import { queueWorld } from "./queue_world.ts";

/** Items on a page. */
const LIMIT = 50;

/** What waits, to be given to members. */
export const handOutPage = page({
  path: "/review/queues/hand-out",
  action: "approvals.assign",
  query: z.object({
    queue: walkShape.queue,
    cursor: cursor("apr").optional(),
  }),
  async show({ deps, scope, query, filter, form, here }) {
    const [all, world] = await Promise.all([
      listQueues(deps, scope),
      queueWorld(deps, scope),
    ]);
    if (!all.ok) return all;
    if (!world.ok) return world;
    const { queues } = all.value;
    return ok({
      title: "Hand out items",
      lead:
        "Whoever an item is given to is asked first, and nobody else is offered it.",
      trail: [
        { href: REVIEW, label: "Review" },
        { href: QUEUES, label: "Queues" },
      ],
      body: (
        <>
          <FormTrouble
            form={form}
            labels={{ item: "An item", member_id: "Member" }}
          />
          {queues.length > 0 && (
            <form method="get" action={HAND_OUT} class="find" role="search">
              <SelectField
                form={filter}
                name="queue"
                label="Queue"
                none="All"
                choices={[
                  ...queues.map(({ id, name }) =>
                    [id, name] as const
                  ),
                  [DEFAULT_QUEUE, "Others"],
                ]}
              />
              <button type="submit">Show</button>
            </form>
          )}
        </>
      ),
      async rest() {
        const found = await listApprovals(deps, scope, {
          state: "waiting",
          queue: query.queue ?? null,
          order: "oldest",
        }, { limit: LIMIT, cursor: query.cursor ?? null });
        if (!found.ok) return found;
        const { data, nextCursor } = found.value.page;
        if (data.length === 0) {
          return ok(
            <Empty title="Nothing waits here">
              <p>
                <a class="button" href={QUEUES}>To the queues</a>
              </p>
            </Empty>,
          );
        }
        return ok(
          <>
            <HandOutForm
              items={data}
              form={form}
              world={world.value}
              action={`${HAND_OUT}${here.search}`}
            />
            <Pager here={here} nextCursor={nextCursor} />
          </>,
        );
      },
    });
  },
});

const approvalId = idText("apr", "an item");

/** Gives those that are ticked to a member, or to nobody. */
export const handOutAction = action({
  path: "/review/queues/hand-out",
  action: "approvals.assign",
  form: z.object({
    item: z.union([z.array(approvalId), approvalId.transform((id) => [id])]),
    member_id: z.union([z.literal("nobody"), idText("usr", "a member")]),
  }),
  page: handOutPage,
  async act({ deps, scope, form: { item, member_id }, here }) {
    const member = member_id === "nobody" ? null : member_id;
    const done = await assignApprovals(deps, scope, item, member);
    if (!done.ok) return done;
    const world = await queueWorld(deps, scope);
    if (!world.ok) return world;
    const { assigned, left } = done.value;
    const name = world.value.names.get(member_id) ?? "nobody";
    const text = [
      `${wholeText(assigned.length)} given to ${name}.`,
      ...left.length > 0
        ? [`${wholeText(left.length)} did not wait any more.`]
        : [],
    ].join(" ");
    return ok({
      to: `${HAND_OUT}${here.search as `?${string}`}`,
      flash: { kind: "done", text },
    });
  },
});
