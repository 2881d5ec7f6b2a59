import type { SuggestionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** A suggested rule that a person does not want to see again. */
export interface RuleDismissal {
  readonly id: SuggestionId;
  readonly version: number;
  readonly dismissedAt: Instant;
  /** The id of the member or key that dismissed it. */
  readonly dismissedBy: string;
}
