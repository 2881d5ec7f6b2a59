import { laterJob } from "../events/later_job.ts";
import type { Reaction } from "../events/reactions.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { NoticeDelivery } from "./notice_delivery.ts";

/** A job sends all of its messages at once: so many connections a mail server may see from it. */
const DELIVERIES_PER_JOB = 10;

/** Jobs that make the next attempt of each delivery at its time; those of one time go together. */
export function deliveryJobs(
  { tenantId, traceparent }: Scope,
  deliveries: readonly NoticeDelivery[],
): readonly Reaction[] {
  const byTime = Map.groupBy(deliveries, ({ nextAttemptAt }) => nextAttemptAt);
  return [...byTime].flatMap(([dueAt, due]) =>
    dueAt === null ? [] : parts(due).map((part) => ({
      ...laterJob(tenantId, {
        kind: "deliver_notices",
        deliveryIds: part.map(({ id }) => id),
      }, { dueAt, turn: turnOf(part) }),
      ...traceparent !== undefined && { traceparent },
    }))
  );
}

/** Attempts of the same deliveries differ by the versions that these have had. */
function turnOf(part: readonly NoticeDelivery[]): string {
  return part.map(({ version }) => version).join(" ");
}

function parts(
  due: readonly NoticeDelivery[],
): readonly (readonly NoticeDelivery[])[] {
  const found: (readonly NoticeDelivery[])[] = [];
  for (let i = 0; i < due.length; i += DELIVERIES_PER_JOB) {
    found.push(due.slice(i, i + DELIVERIES_PER_JOB));
  }
  return found;
}
