import type { MemberId } from "../kernel/ids.ts";
import type { Money } from "../kernel/money.ts";
import { permit } from "../tenancy/access.ts";
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

/**
 * Whether `scope` may settle a record alone, or change its amount, where it was or would be of one of `amounts`. Above
 * the limit only who may change the limit itself: they could lift it first.
 */
export function mayCorrectAlone(
  scope: Scope,
  amounts: readonly (Money | null)[],
  above: readonly Money[],
): boolean {
  return !amounts.some((amount) => needsTwo(amount, above)) ||
    permit(scope, "tenant.write").ok;
}
