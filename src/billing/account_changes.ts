import type { Instant } from "../kernel/instant.ts";
import type { BillingAccount, ToldStanding } from "./billing_account.ts";
import { mergeSubscriptions } from "./merge_subscriptions.ts";
import type { Standing } from "./standing.ts";
import type { Subscription } from "./subscription.ts";

/** An account that there is one more reason to ask the provider about. */
export function hinted(account: BillingAccount): BillingAccount {
  return { ...account, hinted: account.hinted + 1 };
}

/** Whether the provider is to be asked: there was reason to since it last was, or time alone changed how the tenant stands. */
export function isOpen(account: BillingAccount, now: Standing): boolean {
  return account.synced < account.hinted || isNews(account.told, now);
}

/**
 * The account with what the provider told after its `ticket`-th reason to ask; null where an answer to that or a later
 * one is kept already. So an answer that was under way for long never takes the place of a newer one, and after the last
 * reason the account is as the provider was then.
 */
export function synced(
  account: BillingAccount,
  { ticket, told, at }: {
    readonly ticket: number;
    readonly told: readonly Subscription[];
    readonly at: Instant;
  },
): BillingAccount | null {
  if (account.synced >= ticket) return null;
  return {
    ...account,
    synced: ticket,
    syncedAt: at,
    subscriptions: mergeSubscriptions(account.subscriptions, told),
  };
}

/** Whether a standing is another than the log tells. */
export function isNews(
  told: ToldStanding | null,
  { state, plan, subscription }: Standing,
): boolean {
  // Who never had a subscription stands as everybody begins.
  if (told === null) return subscription !== null;
  return told.state !== state || told.plan !== (plan?.id ?? null);
}
