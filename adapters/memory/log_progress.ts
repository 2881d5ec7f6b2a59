import type { LogProgress } from "../../ports/log_progress.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { isLive } from "../../src/notifications/endpoint.ts";
import type { OutboxRow } from "./outbox.ts";
import type { Shelf } from "./shelf.ts";

/** How far logs are, and those who are sent them, over all tenants. */
export function logProgress(
  shelves: ReadonlyMap<TenantId, Shelf>,
  outbox: () => ReadonlyMap<string, OutboxRow>,
): LogProgress {
  /** Feeds that would be sent what there is, and by how much each is behind. */
  const open = () =>
    [...shelves].flatMap(([tenantId, { eventFeeds, endpoints, events }]) =>
      [...eventFeeds.values()].filter(({ id, pausedAt, removedAt }) =>
        pausedAt === null && removedAt === null && isLive(endpoints.get(id)!)
      ).map((feed) => ({ tenantId, feed, lag: events.length - feed.cursor }))
    );
  return {
    heads: (tenantIds) =>
      Promise.resolve(
        new Map(tenantIds.flatMap((tenantId) => {
          const seq = shelves.get(tenantId)?.events.length ?? 0;
          return seq === 0 ? [] : [[tenantId, seq] as const];
        })),
      ),
    feedsDue: (now, limit) =>
      Promise.try(() => {
        const queued = new Set(
          [...outbox().values()].flatMap(({ job: { tenantId, task } }) =>
            task.kind === "push_events"
              ? [`${tenantId} ${task.endpointId}`]
              : []
          ),
        );
        return open().filter(({ tenantId, lag, feed }) =>
          lag > 0 && !queued.has(`${tenantId} ${feed.id}`) &&
          (feed.nextAttemptAt === null || feed.nextAttemptAt <= now) &&
          (feed.leasedUntil === null || feed.leasedUntil <= now)
        ).slice(0, limit).map(({ tenantId, feed }) => ({
          tenantId,
          endpointId: feed.id,
          version: feed.version,
          createdAt: feed.createdAt,
        }));
      }),
    feedLag: () =>
      Promise.try(() => {
        const feeds = open();
        return {
          most: Math.max(0, ...feeds.map(({ lag }) => lag)),
          failing: feeds.filter(({ feed }) => feed.attempts > 0).length,
        };
      }),
  };
}
