import { isOver, type Subscription } from "./subscription.ts";

/**
 * What is known of a customer's subscriptions after the provider was asked once more, by id. What it tells counts,
 * except that what has ended stays so, whatever an answer out of date says; one that it no longer tells of is as it was.
 */
export function mergeSubscriptions(
  known: readonly Subscription[],
  told: readonly Subscription[],
): readonly Subscription[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  for (const one of told) {
    const before = byId.get(one.id);
    const isRevived = before && isOver(before) && !isOver(one);
    if (!isRevived) byId.set(one.id, one);
  }
  return [...byId.values()].sort((a, b) => a.id < b.id ? -1 : 1);
}
