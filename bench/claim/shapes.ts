import type { ClaimRequest, ReviewView } from "../../ports/review_work.ts";
import {
  DEFAULT_QUEUE,
  type QueueConditions,
  type QueueKey,
  QUEUES_MAX,
  type ReviewQueue,
} from "../../src/approvals/review_queue.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { sampleIds } from "../../tests/support/samples.ts";
import type { Company } from "./fill.ts";
import { DAYS } from "./review_items.ts";

/** What is asked of a company's queue, by name. */
export type Shapes = Readonly<Record<string, ClaimRequest>>;

const LEASE_MS = 600_000;
const DAY_HOURS = 24;
/** Of what came in over the whole time, evenly, one in twenty is older. */
export const SLA_HOURS = 0.95 * DAYS * DAY_HOURS;

/** Ten items by age, out of all queues and out of one that is narrow or wide; nothing, little or much past due. */
export function claimShapes(company: Company): Shapes {
  const free = queuesOf(company, null);
  const due = queuesOf(company, SLA_HOURS);
  const many = manyQueues(company);
  const all = (slaHours: number) => [queueWith({}, slaHours)];
  const claim = (given: Partial<ReviewView> = {}): ClaimRequest => ({
    queues: [],
    now: company.now,
    deciders: company.memberIds,
    from: null,
    order: "uncertainty",
    lease: {
      by: company.memberIds[0]!,
      until: plusMs(company.now, LEASE_MS),
    },
    assigned: "first",
    except: [],
    upTo: [],
    limit: 10,
    ...given,
  });
  const out = (
    queues: readonly ReviewQueue[],
    ...places: readonly (number | typeof DEFAULT_QUEUE)[]
  ) =>
    claim({
      queues,
      from: places.map((place): QueueKey =>
        place === DEFAULT_QUEUE ? place : queues[place]!.id
      ),
    });
  return {
    plain: claim(),
    overdue_500: claim({ queues: all(0.995 * DAYS * DAY_HOURS) }),
    overdue_5000: claim({ queues: all(SLA_HOURS) }),
    overdue_60000: claim({ queues: all(0.4 * DAYS * DAY_HOURS) }),
    overdue_5000_of_5: claim({ queues: due }),
    amount: out(free, 0),
    categories: out(free, 1),
    reason: out(free, 2),
    connection: out(free, 3),
    age: out(free, 4),
    rest: out(free, DEFAULT_QUEUE),
    amount_overdue: out(due, 0),
    connection_overdue: out(due, 3),
    rest_overdue: out(due, DEFAULT_QUEUE),
    offered_overdue: out(due, 0, 2, 3, 4, DEFAULT_QUEUE),
    one_of_50: out(many, QUEUES_MAX - 1),
    all_of_50: claim({ queues: many }),
    half_of_50: out(many, ...many.keys().take(QUEUES_MAX / 2), DEFAULT_QUEUE),
    oldest: claim({ order: "oldest" }),
    oldest_amount: { ...out(free, 0), order: "oldest" },
  };
}

/** Five queues: 4, 7, 9, 25 and 22 in a hundred of what waits, and the rest. */
export function queuesOf(
  { categories, connections }: Company,
  slaHours: number | null,
): readonly ReviewQueue[] {
  return [
    { amount: { currency: "GBP", min: "3000000", max: null } },
    { categoryIds: categories.slice(1, 4) },
    { because: ["rule_asks"] },
    { connectionIds: [connections[1]] },
    { ageHours: 0.6 * DAYS * DAY_HOURS },
  ].map((conditions) => queueWith(conditions as never, slaHours));
}

/** As many as a company can have, half by category and amount, half by connection, reason and age. */
function manyQueues(
  { categories, connections }: Company,
): readonly ReviewQueue[] {
  return Array.from({ length: QUEUES_MAX }, (_, i) =>
    queueWith(
      i % 2 === 0
        ? {
          connectionIds: [connections[i % connections.length]!],
          because: ["rule_asks"],
          ageHours: i,
        }
        : {
          categoryIds: [categories[i % categories.length]!],
          amount: {
            currency: "GBP",
            min: `${BigInt(i * 1_000)}`,
            max: `${BigInt(i * 4_000)}`,
          },
        },
      SLA_HOURS,
    ));
}

function queueWith(
  conditions: Partial<QueueConditions>,
  slaHours: number | null,
): ReviewQueue {
  return {
    id: sampleIds.next("que"),
    version: 1,
    name: "bench",
    position: 1,
    conditions: {
      categoryIds: null,
      amount: null,
      because: null,
      connectionIds: null,
      ageHours: null,
      ...conditions,
    },
    assignees: [],
    slaHours,
    createdAt: "2026-01-01T00:00:00.000Z",
    removedAt: null,
  };
}
