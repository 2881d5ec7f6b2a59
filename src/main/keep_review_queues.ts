import type { Deps } from "../../ports/deps.ts";
import { checkReviewQueue } from "../notifications/use_cases/check_review_queue.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";

type Needed = Pick<Deps, "uow" | "clock" | "directory">;

/** Looks at every tenant's review queue, one after another, until `isOver`. */
export async function checkReviewQueues(
  deps: Needed,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const tenantId of await deps.directory.tenantIds()) {
    if (isOver()) return;
    const scope = openTaskScope(tenantId, "review_queue");
    const checked = await checkReviewQueue(deps, scope);
    if (!checked.ok) throw new Error(checked.failure.kind);
  }
}

/** A round that repeats. */
export interface ReviewQueueKeeper {
  /** Ends after the tenant that it is at. */
  close(): Promise<void>;
}

/** Does so `firstMs` after the start and then every `everyMs`. Several processes may: a queue is told of once. */
export function keepReviewQueues(
  deps: Needed,
  { firstMs, everyMs, onError }: {
    readonly firstMs: number;
    readonly everyMs: number;
    readonly onError: (error: unknown) => void;
  },
): ReviewQueueKeeper {
  let closed = false;
  let running = Promise.resolve();
  let timer: ReturnType<typeof setTimeout>;

  async function round(): Promise<void> {
    await checkReviewQueues(deps, () => closed).catch(onError);
    if (!closed) later(everyMs);
  }
  function later(ms: number): void {
    timer = setTimeout(() => void (running = round()), ms);
  }

  later(firstMs);
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
