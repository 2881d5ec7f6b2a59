import { z } from "@hono/zod-openapi";
import { CAUSES, HEALTH_STATES } from "../../../src/integrations/health.ts";
import type { HealthReport } from "../../../src/integrations/use_cases/read_health.ts";
import type { Instant } from "../../../src/kernel/instant.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

export const healthSchema = z.object({
  connection_id: z.string(),
  state: z.enum(HEALTH_STATES),
  since: told,
  failures_in_row: z.number().int(),
  last_success_at: told.nullable(),
  lag_s: z.number().int().nullable().openapi({
    description: "Seconds since the last success; null before the first",
  }),
  last_failure: z.object({
    at: told,
    cause: z.enum(CAUSES),
    detail: z.string().openapi({
      description: "A code or a status; never what the other side wrote",
    }),
  }).nullable(),
  next_try_at: told.nullable(),
  payloads: z.object({
    waiting: z.number().int(),
    taken_in: z.number().int(),
    failed: z.number().int(),
    conflict: z.number().int(),
  }),
  pull: z.object({
    running: z.boolean(),
    pages_read: z.number().int(),
    next_at: told.nullable(),
    authorised: z.boolean(),
    grant_expires_at: told.nullable(),
  }).nullable(),
}).openapi("ConnectionHealth");

export function healthJson(
  { connection, health, payloads, pull }: HealthReport,
  now: Instant,
): Told<z.input<typeof healthSchema>> {
  const { lastSuccessAt } = health;
  return {
    connection_id: connection.id,
    state: health.state,
    since: health.since,
    failures_in_row: health.failuresInRow,
    last_success_at: lastSuccessAt,
    lag_s: lastSuccessAt === null
      ? null
      : Math.round((Date.parse(now) - Date.parse(lastSuccessAt)) / 1_000),
    last_failure: health.lastFailure,
    next_try_at: health.nextTryAt,
    payloads,
    pull: pull && {
      running: pull.position !== null,
      pages_read: pull.position?.pages ?? 0,
      next_at: pull.nextAt,
      authorised: pull.grant !== null ||
        (connection.kind === "pull" &&
          connection.settings.auth.kind === "bearer"),
      grant_expires_at: pull.grant?.expiresAt ?? null,
    },
  };
}
