import { z } from "@hono/zod-openapi";
import type { ApprovalId } from "../../../../src/kernel/ids.ts";
import {
  DEFAULT_QUEUE,
  type QueueKey,
} from "../../../../src/approvals/review_queue.ts";
import type { WhatToClaim } from "../../../../src/approvals/use_cases/claim_approvals.ts";
import { isId } from "../../../../src/kernel/ids.ts";
import { idText } from "../../fields.ts";
import { itemPath, REVIEW } from "./review_path.ts";

/** Long enough to look something up, short enough for others not to wait for who went home. */
const LEASE_MS = 300_000;
/** Items that were passed over and are remembered; those from before come again. */
const PASSED_MAX = 50;

/** The way through a queue: which one, and what was put off on it. */
export interface Walk {
  /** Null: all of them. */
  readonly queue: QueueKey | null;
  readonly passed: readonly ApprovalId[];
}

const queue = z.union([z.literal(DEFAULT_QUEUE), idText("que", "a queue")]);

/** The way as an address or a form carries it. */
export const walkShape = {
  queue: queue.optional(),
  /** Ids with commas between. */
  passed: z.string().max(PASSED_MAX * 40).transform((text) =>
    text.split(",").filter((id): id is ApprovalId => isId("apr", id))
  ).optional(),
};

const walkSchema = z.object(walkShape);

/** The way that was read. */
export function walkOf(given: z.output<typeof walkSchema>): Walk {
  return { queue: given.queue ?? null, passed: given.passed ?? [] };
}

/** The way in the address that a form was sent to; what of it cannot be read is left out. */
export function walkIn({ searchParams }: URL): Walk {
  const { queue, passed } = walkShape;
  return walkOf({
    queue: queue.safeParse(searchParams.get("queue") ?? undefined).data,
    passed: passed.safeParse(searchParams.get("passed") ?? undefined).data,
  });
}

/** The way after an item was put off. */
export function passing({ queue, passed }: Walk, id: ApprovalId): Walk {
  const others = passed.filter((one) => one !== id);
  return { queue, passed: [...others, id].slice(-PASSED_MAX) };
}

/** What comes next on the way: one item, none that was put off. */
export function nextOn(walk: Walk, but: ApprovalId | null = null): WhatToClaim {
  return {
    limit: 1,
    leaseMs: LEASE_MS,
    queue: walk.queue,
    except: but === null ? walk.passed : [...walk.passed, but],
  };
}

/** The item's page, on this way. */
export function itemOn(walk: Walk, id: ApprovalId): `/console${string}` {
  return `${itemPath(id)}${queryOf(walk)}`;
}

/** The rule that an override of the item speaks for, on this way. */
export function ruleOn(walk: Walk, id: ApprovalId): `/console${string}` {
  return `${itemPath(id)}/rule${queryOf(walk)}`;
}

/** The queue's page, where the way ends. */
export function queueOn({ queue }: Walk): `/console${string}` {
  return `${REVIEW}${queryOf({ queue, passed: [] })}`;
}

/** As an address's query, with its `?`; empty where there is nothing to say. */
export function queryOf({ queue, passed }: Walk): string {
  const query = new URLSearchParams({
    ...queue !== null && { queue },
    ...passed.length > 0 && { passed: passed.join(",") },
  });
  return query.size === 0 ? "" : `?${query}`;
}
