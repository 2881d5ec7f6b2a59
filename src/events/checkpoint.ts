import type { Instant } from "../kernel/instant.ts";
import type { ChainHead } from "./event.ts";

/** Where a log stood at a time. */
export interface Checkpoint extends ChainHead {
  readonly takenAt: Instant;
}
