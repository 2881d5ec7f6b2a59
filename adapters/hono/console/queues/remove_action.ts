import { z } from "@hono/zod-openapi";
import { removeQueue } from "../../../../src/approvals/use_cases/change_queues.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { action } from "../shell/action.ts";
import { editPage } from "./edit_page.tsx";
import { queueId, QUEUES } from "./queue_path.ts";

/** Removes a queue. */
export const removeAction = action({
  path: "/review/queues/{id}/remove",
  action: "review_queues.write",
  id: queueId,
  form: z.object({}),
  page: editPage,
  async act({ deps, scope, id }) {
    const removed = await removeQueue(deps, scope, id);
    return removed.ok
      ? ok({ to: QUEUES, flash: { kind: "done", text: "It was removed." } })
      : removed;
  },
});
