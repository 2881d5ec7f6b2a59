import type { Instant } from "../src/kernel/instant.ts";

/** The time, as the core sees it. */
export interface Clock {
  now(): Instant;
}
