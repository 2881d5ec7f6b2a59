import { failures } from "../kernel/failure.ts";
import type { TenantId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import type { RetentionDays } from "../privacy/retention.ts";
import type { ModelSettings } from "./model_settings.ts";

/** The attributes that commonly tell equal texts apart in company spend. */
export const CONTEXT_ATTRIBUTES_DEFAULT: readonly string[] = [
  "unit",
  "account",
  "cost_centre",
];

export const TARGET_PRECISION_DEFAULT = 0.95;
export const AUDIT_RATE_DEFAULT = 0.05;

/** How a tenant's records are decided. */
export interface TenantSettings {
  /** The part of what is settled without a person that must be right, 0.5 to 0.999. */
  readonly targetPrecision: number;
  /** The part of what was settled without a person that people are asked about all the same, 0 to 1. */
  readonly auditRate: number;
  /** A score from which proposals settle whatever was learned, 0 to 1; null: the score that keeps the target. */
  readonly similarityThreshold: number | null;
  /** Attributes that tell equal texts apart, e.g. the cost centre; compared folded. */
  readonly contextAttributes: readonly string[];
  /** Whether rules change through a back-test only. */
  readonly requireBacktest: boolean;
  /** Above these amounts, one a currency at most, two members decide what waits. */
  readonly fourEyesAbove: readonly Money[];
  readonly model: ModelSettings;
  /** For how many days what serves a while only is kept. */
  readonly retention: RetentionDays;
}

export interface Tenant {
  readonly id: TenantId;
  readonly version: number;
  readonly name: string;
  readonly settings: TenantSettings;
  readonly createdAt: Instant;
  /** When it was erased; null while it is a tenant. */
  readonly erasedAt: Instant | null;
}

export const tenantFailures = failures("tenant", {
  stale: {
    category: "conflict",
    title: "The tenant was changed in the meantime",
  },
  not_confirmed: {
    category: "invalid",
    title: "The name given is not the tenant's",
  },
});
