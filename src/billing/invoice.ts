import type { Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";

/** An invoice as the provider keeps it; the page where it can be seen and paid is the provider's. */
export interface Invoice {
  readonly id: string;
  /** What is printed on it; null while it has none. */
  readonly number: string | null;
  readonly status: "draft" | "open" | "paid" | "void" | "uncollectible";
  readonly total: Money;
  readonly createdAt: Instant;
  /** Null where the provider shows none. */
  readonly url: string | null;
}
