import type { BillingState } from "../billing/standing.ts";
import type { Limited } from "../billing/limit_failure.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Is } from "./fact_form.ts";

/** How a company stands, as the log tells it; `plan` null: it may only read. */
type Told = { state: BillingState; plan: string | null };

/** What happened to what a company pays, and to what it may use. */
export type BillingFact =
  | Is<"BILLING_ACCOUNT_CREATED", { provider: string }>
  | Is<
    "SUBSCRIPTION_CHANGED",
    {
      /** Null: the first that is told. */
      before: Told | null;
      after: Told;
      /** Of a company that is past due: until when everything works. */
      grace_ends_at: Instant | null;
    }
  >
  | Is<
    "LIMIT_NEAR" | "LIMIT_REACHED",
    {
      what: "llm_tokens" | "llm_money" | Limited;
      /** A number, or dollars as decimal text. */
      limit: number | string;
      used: number | string;
      /** Null: it does not start anew by itself. */
      resets_at: Instant | null;
    }
  >;
