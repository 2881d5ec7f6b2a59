import { type Instant, plusMs } from "../kernel/instant.ts";

/** What is kept for a time only. */
export const RETENTION_KINDS = [
  "raw_payloads",
  "deliveries",
  "idempotency",
  "model_answers",
  "dead_letters",
  "invitations",
  "reports",
] as const;
export type RetentionKind = typeof RETENTION_KINDS[number];

/** For how many whole days each kind is kept; null: for ever. */
export type RetentionDays = {
  readonly [K in RetentionKind]: number | null;
};

/**
 * What is kept unless a tenant says otherwise: payloads a year, so that an annual account can still be traced to them;
 * repeats of requests and deliveries a month, longer than any sender retries; a quarter for what serves repairs; reports for two years, so that a year can be compared with the one before.
 */
export const RETENTION_DEFAULT: RetentionDays = {
  raw_payloads: 365,
  deliveries: 30,
  idempotency: 30,
  model_answers: 90,
  dead_letters: 90,
  invitations: 90,
  reports: 730,
};

/** Ten years: longer is for ever. */
export const RETENTION_DAYS_MAX = 3_650;

/** The days as the API and the event log tell them: `raw_payloads_days`. */
export function toldRetention(
  days: RetentionDays,
): { readonly [K in `${RetentionKind}_days`]: number | null } {
  return {
    raw_payloads_days: days.raw_payloads,
    deliveries_days: days.deliveries,
    idempotency_days: days.idempotency,
    model_answers_days: days.model_answers,
    dead_letters_days: days.dead_letters,
    invitations_days: days.invitations,
    reports_days: days.reports,
  };
}

/** The same days, and none more than `most`; null: as they are. */
export function atMost(
  days: RetentionDays,
  most: number | null,
): RetentionDays {
  if (most === null) return days;
  return Object.fromEntries(
    RETENTION_KINDS.map((kind) => [kind, Math.min(days[kind] ?? most, most)]),
  ) as unknown as RetentionDays;
}

const DAY_MS = 86_400_000;

/** What is older than its instant is to go, by kind; kinds that are kept for ever are left out. */
export function cutOffs(
  days: RetentionDays,
  now: Instant,
): readonly { readonly kind: RetentionKind; readonly before: Instant }[] {
  return RETENTION_KINDS.flatMap((kind) => {
    const kept = days[kind];
    return kept === null ? [] : [{ kind, before: plusMs(now, -kept * DAY_MS) }];
  });
}
