import { type Balance, balance } from "../../adapters/client/balance.ts";

/** An API client that reads again, for up to two minutes, when the answer is 503 or there is none: what broke may not have mended yet. */
export function patientApi(address: string, key: string): Balance {
  return balance({
    baseUrl: address,
    apiKey: key,
    retries: { attemptsMax: 200, capMs: 1_000, deadlineMs: 120_000 },
  });
}
