import type { BillingMessage } from "../src/billing/billing_event.ts";
import type { Failure } from "../src/kernel/failure.ts";
import type { Result } from "../src/kernel/result.ts";

/** Reads what a payment provider sends of itself. */
export interface PaymentHook {
  /** The last part of its address, `/api/v1/hooks/{provider}`. */
  readonly provider: string;
  /** What a message says, once its signature over these very bytes and its time were checked. */
  read(
    bytes: Uint8Array,
    headers: Pick<Headers, "get">,
  ): Promise<
    Result<BillingMessage, Failure<"hook.malformed" | "hook.untrusted">>
  >;
}
