import type { Backlog } from "../../ports/backlog.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Census, JobFeed } from "../../ports/job_feed.ts";
import type { TenantId } from "../kernel/ids.ts";

/** The backlog as last counted, and what was accepted here since. */
export interface BacklogWatch {
  readonly backlog: Backlog;
  /** The last count; null before the first. */
  census(): Census | null;
  close(): Promise<void>;
}

/** Counts the outbox every `everyMs`, or ten times as long as counting takes, whichever is longer. */
export function watchBacklog({ feed, clock, bounds, everyMs, onError }: {
  readonly feed: JobFeed;
  readonly clock: Clock;
  readonly bounds: Backlog["bounds"];
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
}): BacklogWatch {
  let census: Census | null = null;
  let counted = { tenants: new Map() as Census["tenants"], all: 0 };
  /** Accepted since the count began; a count may or may not see it, so it is kept for one count more. */
  let noted = new Map<TenantId, number>();
  let notedBefore = new Map<TenantId, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  async function count(): Promise<void> {
    const begun = performance.now();
    const before = notedBefore;
    notedBefore = noted;
    noted = new Map();
    try {
      census = await feed.census(clock.now());
      const { queues, tenants } = census;
      const all = Object.values(queues)
        .reduce((sum, { records }) => sum + records, 0);
      counted = { tenants, all };
      notedBefore = new Map();
    } catch (error) {
      for (const [tenantId, records] of before) {
        add(notedBefore, tenantId, records);
      }
      onError(error);
    }
    if (closed) return;
    const tookMs = performance.now() - begun;
    timer = setTimeout(
      () => void (counting = count()),
      Math.max(everyMs, tookMs * 10),
    );
  }

  let counting = count();
  return {
    census: () => census,
    backlog: {
      bounds,
      waiting: (tenantId) => ({
        tenant: (counted.tenants.get(tenantId) ?? 0) + Math.max(
          0,
          (noted.get(tenantId) ?? 0) + (notedBefore.get(tenantId) ?? 0),
        ),
        all: counted.all + Math.max(0, sum(noted) + sum(notedBefore)),
      }),
      note: (tenantId, records) => add(noted, tenantId, records),
    },
    async close() {
      closed = true;
      await counting;
      clearTimeout(timer);
    },
  };
}

function add(
  to: Map<TenantId, number>,
  tenantId: TenantId,
  records: number,
): void {
  to.set(tenantId, (to.get(tenantId) ?? 0) + records);
}

function sum(of: ReadonlyMap<TenantId, number>): number {
  return [...of.values()].reduce((total, records) => total + records, 0);
}
