import { failures } from "../kernel/failure.ts";
import type { TenantId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** The attributes that commonly tell equal texts apart in company spend. */
export const CONTEXT_ATTRIBUTES_DEFAULT: readonly string[] = [
  "unit",
  "account",
  "cost_centre",
];

/** How a tenant's records are decided. */
export interface TenantSettings {
  /** Score from which a proposal from approved records settles without a person, 0 to 1. */
  readonly similarityThreshold: number;
  /** Attributes that tell equal texts apart, e.g. the cost centre; compared folded. */
  readonly contextAttributes: readonly string[];
  /** Whether rules change through a back-test only. */
  readonly requireBacktest: boolean;
}

export interface Tenant {
  readonly id: TenantId;
  readonly version: number;
  readonly name: string;
  readonly settings: TenantSettings;
  readonly createdAt: Instant;
}

export const tenantFailures = failures("tenant", {
  stale: {
    category: "conflict",
    title: "The tenant was changed in the meantime",
  },
});
