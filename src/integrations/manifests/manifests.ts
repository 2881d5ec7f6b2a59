import type { Manifest } from "./manifest.ts";
import { stripeBalanceTransactions } from "./stripe_balance_transactions.ts";

/** The sources that are known. `docs/write-a-connector.md` tells how to add one. */
export const MANIFESTS: readonly Manifest[] = [stripeBalanceTransactions];

export function manifestNamed(name: string): Manifest | undefined {
  return MANIFESTS.find((one) => one.name === name);
}
