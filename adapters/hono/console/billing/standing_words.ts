import type {
  BillingState,
  Standing,
} from "../../../../src/billing/standing.ts";
import type { Tone } from "../parts/tag.tsx";

/** A state in a word, and what it means to whoever looks for trouble. */
export const STATE_WORDS: Readonly<
  Record<BillingState, { readonly label: string; readonly tone: Tone }>
> = {
  trialing: { label: "Trial", tone: "note" },
  active: { label: "Active", tone: "good" },
  past_due: { label: "Payment failed", tone: "warn" },
  suspended: { label: "Suspended", tone: "bad" },
  canceled: { label: "Ended", tone: "plain" },
};

/** What holds in that state, and what to do about it. */
export function adviceOf(
  { state, plan, subscription }: Standing,
  isSold: boolean,
): string {
  if (!isSold && subscription === null) {
    return "Nothing is sold here: your company has all of its plan, and pays nothing.";
  }
  switch (state) {
    case "trialing":
      return "You have all of your plan. When the trial ends it is paid, unless you end the subscription before.";
    case "active":
      return subscription === null
        ? "You pay nothing. A plan below gives you more room."
        : subscription.endsAt === null
        ? "Everything is paid, and there is nothing to do."
        : "The subscription was ended and stops at the end of what is paid. You can take that back where the card is kept.";
    case "past_due":
      return "Your last payment failed. Everything works until the time below; pay the open invoice, or give another card, before then.";
    case "suspended":
      return subscription === null
        ? "Your company can read and export. Choose a plan below to go on."
        : "A payment is owed. Your company can read and export, and what its sources send is kept; once the invoice is paid, all goes on from where it stopped.";
    case "canceled":
      return plan === null
        ? "The subscription has ended. Your company can read and export. Choose a plan below to go on."
        : "The subscription has ended, and the plan without one holds. Choose a plan below for more room.";
  }
}

/** Whether more is had by buying a plan; else by changing the subscription. */
export function mayBuy({ state, subscription }: Standing): boolean {
  return subscription === null || state === "canceled";
}
