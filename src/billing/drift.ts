import { canonicalJson } from "../kernel/json.ts";
import {
  isOver,
  type Subscription,
  type SubscriptionStatus,
} from "./subscription.ts";

/** A subscription that the provider has otherwise than we do. */
export interface Drift {
  readonly subscription: string;
  /**
   * `missing`: the provider lists it no more, which none that goes on ever comes to by itself; a person has to look. One
   * that is over is no drift: it is another's where the tenant became another customer.
   */
  readonly kind: "new" | "differs" | "missing";
  readonly ours: SubscriptionStatus | null;
  readonly theirs: SubscriptionStatus | null;
}

/** Where what we know of a customer is not what the provider lists, by the subscriptions' ids. */
export function driftOf(
  ours: readonly Subscription[],
  theirs: readonly Subscription[],
): readonly Drift[] {
  const known = new Map(ours.map((one) => [one.id, one]));
  const listed = new Map(theirs.map((one) => [one.id, one]));
  const ids = [...new Set([...known.keys(), ...listed.keys()])].sort();
  return ids.flatMap((id): Drift[] => {
    const [mine, other] = [known.get(id), listed.get(id)];
    if (
      mine && other &&
      canonicalJson({ ...mine }) === canonicalJson({ ...other })
    ) {
      return [];
    }
    if (mine && !other && isOver(mine)) return [];
    return [{
      subscription: id,
      kind: !mine ? "new" : !other ? "missing" : "differs",
      ours: mine?.status ?? null,
      theirs: other?.status ?? null,
    }];
  });
}
