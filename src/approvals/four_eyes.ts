import type { MemberId } from "../kernel/ids.ts";
import type { Money } from "../kernel/money.ts";
import type { Scope } from "../tenancy/scope.ts";

/** Whether an amount is above the one that two members decide from, whichever way it goes. */
export function needsTwo(
  amount: Money | null,
  above: readonly Money[],
): boolean {
  const limit = above.find(({ currency }) => currency === amount?.currency);
  if (!limit || amount === null) return false;
  const minor = BigInt(amount.minor);
  return (minor < 0n ? -minor : minor) > BigInt(limit.minor);
}

/**
 * The person who acts; null for an API key. Who holds a key is not known: it may be the member who said the same before,
 * or anybody with another key, so no key counts as one of two.
 */
export function personOf({ actor }: Scope): MemberId | null {
  return actor.kind === "member" ? actor.id : null;
}
