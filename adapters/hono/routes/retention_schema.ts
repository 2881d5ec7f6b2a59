import { z } from "@hono/zod-openapi";
import {
  RETENTION_DAYS_MAX,
  type RetentionDays,
} from "../../../src/privacy/retention.ts";

const days = z.int().min(1).max(RETENTION_DAYS_MAX).nullable();

const NAMES = {
  raw_payloads_days: "raw_payloads",
  deliveries_days: "deliveries",
  idempotency_days: "idempotency",
  model_answers_days: "model_answers",
  dead_letters_days: "dead_letters",
  invitations_days: "invitations",
  reports_days: "reports",
} as const satisfies Readonly<Record<string, keyof RetentionDays>>;

/** For how many days each kind is kept, as it is told. */
export const retentionSchema = z.object({
  raw_payloads_days: days,
  deliveries_days: days,
  idempotency_days: days,
  model_answers_days: days,
  dead_letters_days: days,
  invitations_days: days,
  reports_days: days,
}).openapi("Retention");

/** As it is changed: what is left out stays. */
export const retentionChangeSchema = z.strictObject({
  raw_payloads_days: days.optional(),
  deliveries_days: days.optional(),
  idempotency_days: days.optional(),
  model_answers_days: days.optional(),
  dead_letters_days: days.optional(),
  invitations_days: days.optional(),
  reports_days: days.optional(),
}).refine((given) => Object.keys(given).length > 0, {
  error: "changes nothing",
}).openapi("RetentionChange", {
  minProperties: 1,
  description: "Whole days; null: for ever",
});

/** A change of them, as the use case takes it. */
export function retentionChange(
  given: z.output<typeof retentionChangeSchema>,
): Partial<RetentionDays> {
  return Object.fromEntries(
    Object.entries(NAMES).flatMap(([name, kind]) => {
      const kept = given[name as keyof typeof NAMES];
      return kept === undefined ? [] : [[kind, kept]];
    }),
  );
}
