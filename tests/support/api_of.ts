import { type Balance, balance } from "../../adapters/client/balance.ts";

/** The client as a test uses it: it asks once, so that what goes wrong is seen. */
export function apiOf(
  { address }: { readonly address: string },
  key: string,
): Balance {
  return balance({
    baseUrl: address,
    apiKey: key,
    retries: { attemptsMax: 1 },
  });
}
