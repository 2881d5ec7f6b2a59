import { z } from "@hono/zod-openapi";
import type { QueueCount } from "../../../ports/review_work.ts";
import type {
  Assignee,
  QueueConditions,
  ReviewQueue,
} from "../../../src/approvals/review_queue.ts";
import type { QueueDefinition } from "../../../src/approvals/use_cases/change_queues.ts";
import {
  minorDigits,
  readMinor,
  writeMinor,
} from "../../../src/kernel/money.ts";
import { idText, name } from "../fields.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";
import { REVIEW_REASONS } from "./trace_schema.ts";

const magnitude = z.union([z.number(), z.string()]).transform(
  (given, context) => {
    const read = readMinor(given);
    if ("minor" in read && !read.minor.startsWith("-")) return read.minor;
    context.addIssue({
      code: "custom",
      message: "minor" in read ? "is below zero" : read.wrong,
    });
    return z.NEVER;
  },
).openapi({ type: ["integer", "string"], pattern: "^\\d{1,19}$" });

const hours = z.int().min(1).max(8_760);

/** A list that names nothing twice. */
function distinct<T extends z.ZodType>(item: T) {
  return z.array(item).superRefine((items, context) => {
    const named = new Set<unknown>();
    items.forEach((one, index) => {
      if (named.has(one)) {
        context.addIssue({
          code: "custom",
          path: [index],
          message: "is named before",
        });
      }
      named.add(one);
    });
  }).openapi({ uniqueItems: true });
}

const conditionsSchema = z.strictObject({
  category_ids: distinct(idText("cat", "a category")).min(1).max(500)
    .nullable().optional().openapi({
      description: "What is suggested is one of them",
    }),
  amount: z.strictObject({
    currency: z.string().refine((code) => minorDigits(code) !== undefined, {
      error: "is not an ISO 4217 currency code",
    }).openapi({ pattern: "^[A-Z]{3}$", example: "GBP" }),
    min: magnitude.nullable().optional(),
    max: magnitude.nullable().optional(),
  }).nullable().optional().openapi({
    description:
      "The size of the amount, whichever way it goes, in minor units; both ends belong to it",
  }),
  because: distinct(z.enum(REVIEW_REASONS)).min(1).nullable().optional(),
  connection_ids: distinct(idText("con", "a connection")).min(1).max(500)
    .nullable().optional(),
  age_hours: hours.nullable().optional().openapi({
    description: "It has waited for so long at least",
  }),
}).openapi({
  description: "All of them hold; none: everything is in the queue",
});

const assignees = distinct(
  z.union([
    z.enum(["owner", "admin", "reviewer"]),
    idText("usr", "a member"),
  ]),
).max(100).openapi({
  description: "Members and roles that are asked; none: whoever may decide",
});

const fields = {
  name: name(),
  conditions: conditionsSchema,
  assignees,
  sla_hours: hours.nullable().openapi({
    description: "From when an item is past due; null: never",
  }),
};

/** The body of `POST /review-queues`. */
export const newQueueSchema = z.strictObject({
  name: fields.name,
  conditions: fields.conditions.default({}),
  assignees: fields.assignees.default([]),
  sla_hours: fields.sla_hours.default(null),
}).openapi("NewReviewQueue");

/** The body of `PATCH /review-queues/{id}`. */
export const queueChangeSchema = z.strictObject(fields).partial()
  .openapi("ReviewQueueChange");

/** A review queue as the API shows it. */
export const queueSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  conditions: z.object({
    category_ids: z.array(z.string()).nullable(),
    amount: z.object({
      currency: z.string(),
      min: z.union([z.number(), z.string()]).nullable(),
      max: z.union([z.number(), z.string()]).nullable(),
    }).nullable(),
    because: z.array(z.enum(REVIEW_REASONS)).nullable(),
    connection_ids: z.array(z.string()).nullable(),
    age_hours: z.number().int().nullable(),
  }),
  assignees: z.array(z.string()),
  sla_hours: z.number().int().nullable(),
  created_at: told,
}).openapi("ReviewQueue");

/** What waits in a queue. */
export const queueCountSchema = z.object({
  waiting: z.number().int(),
  oldest_at: told.nullable(),
  overdue: z.number().int(),
});

export function queueCountJson(count: QueueCount | undefined) {
  return {
    waiting: count?.waiting ?? 0,
    oldest_at: count?.oldestAt ?? null,
    overdue: count?.overdue ?? 0,
  };
}

export function queueJson(
  { id, version, name, conditions, assignees, slaHours, createdAt }:
    ReviewQueue,
): Told<z.input<typeof queueSchema>> {
  const { categoryIds, amount, because, connectionIds, ageHours } = conditions;
  return {
    id,
    version,
    name,
    conditions: {
      category_ids: categoryIds,
      amount: amount && {
        currency: amount.currency,
        min: amount.min && writeMinor(amount.min),
        max: amount.max && writeMinor(amount.max),
      },
      because,
      connection_ids: connectionIds,
      age_hours: ageHours,
    },
    assignees,
    sla_hours: slaHours,
    created_at: createdAt,
  };
}

function conditionsOf(
  given: z.output<typeof conditionsSchema>,
): QueueConditions {
  const { amount } = given;
  return {
    categoryIds: given.category_ids ?? null,
    amount: amount
      ? {
        currency: amount.currency,
        min: amount.min ?? null,
        max: amount.max ?? null,
      }
      : null,
    because: given.because ?? null,
    connectionIds: given.connection_ids ?? null,
    ageHours: given.age_hours ?? null,
  };
}

/** A new queue as the core takes it. */
export function definitionOf(
  given: z.output<typeof newQueueSchema>,
): QueueDefinition {
  return {
    name: given.name,
    conditions: conditionsOf(given.conditions),
    assignees: given.assignees as readonly Assignee[],
    slaHours: given.sla_hours,
  };
}

/** A change as the core takes it. */
export function queueChangeOf(
  { name, conditions, assignees, sla_hours }: z.output<
    typeof queueChangeSchema
  >,
): Partial<QueueDefinition> {
  return {
    ...name !== undefined && { name },
    ...conditions !== undefined && { conditions: conditionsOf(conditions) },
    ...assignees !== undefined &&
      { assignees: assignees as readonly Assignee[] },
    ...sla_hours !== undefined && { slaHours: sla_hours },
  };
}
