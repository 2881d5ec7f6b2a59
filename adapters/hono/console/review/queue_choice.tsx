import type { QueueCount } from "../../../../ports/review_work.ts";
import type { REVIEW_ORDERS } from "../../../../src/approvals/review_order.ts";
import {
  DEFAULT_QUEUE,
  type QueueKey,
  type ReviewQueue,
} from "../../../../src/approvals/review_queue.ts";
import { wholeText } from "../parts/figures.tsx";
import { QUEUES } from "../queues/queue_path.ts";
import { REVIEW } from "./review_path.ts";

type Order = typeof REVIEW_ORDERS[number];

/** The queues of the company with what waits in each, and the order of the list. */
export function QueueChoice(
  { queues, counts, chosen, order, mayWrite }: {
    readonly queues: readonly ReviewQueue[];
    readonly counts: readonly QueueCount[];
    /** Null: all of them. */
    readonly chosen: QueueKey | null;
    readonly order: Order;
    /** Whether the reader may make queues. */
    readonly mayWrite: boolean;
  },
) {
  const waitingIn = (key: QueueKey | null) =>
    counts.filter(({ queue }) => key === null || queue === key)
      .reduce((sum, { waiting }) => sum + waiting, 0);
  const all: readonly (readonly [QueueKey | null, string])[] = [
    [null, "All"],
    ...queues.map(({ id, name }) => [id, name] as const),
    [DEFAULT_QUEUE, "Others"],
  ];
  const waiting = waitingIn(null);
  return (
    <div class="tabs-bar">
      {waiting > 0 && (
        <p class="count">
          <strong>{wholeText(waiting)}</strong>{" "}
          {waiting === 1 ? "record waits" : "records wait"} for a decision.
        </p>
      )}
      {queues.length > 0 && (
        <nav aria-label="Queues" class="tabs">
          {all.map(([key, name]) => (
            <a
              href={addressOf(key, order)}
              aria-current={key === chosen ? "true" : undefined}
            >
              {name} <span class="quiet">{wholeText(waitingIn(key))}</span>
            </a>
          ))}
        </nav>
      )}
      <nav aria-label="Order" class="tabs">
        <a
          href={addressOf(chosen, "uncertainty")}
          aria-current={order === "uncertainty" ? "true" : undefined}
        >
          Worth most first
        </a>
        <a
          href={addressOf(chosen, "oldest")}
          aria-current={order === "oldest" ? "true" : undefined}
        >
          Oldest first
        </a>
      </nav>
      {(mayWrite || queues.length > 0) && (
        <a class="about" href={QUEUES}>Queues</a>
      )}
    </div>
  );
}

function addressOf(queue: QueueKey | null, order: Order): string {
  const query = new URLSearchParams({
    ...queue !== null && { queue },
    ...order !== "uncertainty" && { order },
  });
  return query.size === 0 ? REVIEW : `${REVIEW}?${query}`;
}
