import { z } from "@hono/zod-openapi";
import { queueFailures } from "../../../../src/approvals/review_queue.ts";
import { reorderQueues } from "../../../../src/approvals/use_cases/change_queues.ts";
import { isId, type QueueId } from "../../../../src/kernel/ids.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { action } from "../shell/action.ts";
import { listPage } from "./list_page.tsx";
import { QUEUES } from "./queue_path.ts";

/** Moves a queue by a step, in the order that its reader saw. */
export const orderAction = action({
  path: "/review/queues/order",
  action: "review_queues.write",
  form: z.object({
    /** Ids with commas between. */
    seen: z.string().transform((text) =>
      text.split(",").filter((id): id is QueueId => isId("que", id))
    ),
    /** `up` or `down`, and which. */
    move: z.string().regex(/^(?:up|down) que_\w+$/),
  }),
  page: listPage,
  async act({ deps, scope, form: { seen, move } }) {
    const [to, id] = move.split(" ") as ["up" | "down", QueueId];
    const from = seen.indexOf(id);
    if (from < 0) return fail(queueFailures.reordered());
    const index = from + (to === "up" ? -1 : 1);
    const at = `${QUEUES}#${to}-${id}` as const;
    if (index < 0 || index >= seen.length) return ok({ to: at });
    const ids = seen.toSpliced(from, 1).toSpliced(index, 0, id);
    const ordered = await reorderQueues(deps, scope, { ids, seen });
    if (!ordered.ok) return ordered;
    const text = `“${ordered.value[index]!.name}” is at place ${
      index + 1
    } now.`;
    return ok({ to: at, flash: { kind: "done", text } });
  },
});
