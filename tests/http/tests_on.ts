import type { Clock } from "../../ports/clock.ts";
import type { TrialStorage } from "../support/trial.ts";
import { type HttpTrialOptions, openHttpTrial } from "./http_trial.ts";

/** An empty storage that nothing else uses, and its end. */
export interface FreshStorage {
  at(clock: Clock): TrialStorage;
  close(): Promise<void>;
}

export type HttpTrial = Awaited<ReturnType<typeof openHttpTrial>>;

/** Registers a test that is given a service of its own. */
export type TestOn = (
  title: string,
  work: (trial: HttpTrial) => Promise<void>,
  given?: Omit<HttpTrialOptions, "storage">,
) => void;

/** Tests on one kind of storage. */
export function testsOn(
  name: string,
  open: () => Promise<FreshStorage>,
): TestOn {
  return (title, work, given = {}) =>
    Deno.test(`${name}: ${title}`, async () => {
      const fresh = await open();
      try {
        await work(await openHttpTrial({ ...given, storage: fresh.at }));
      } finally {
        await fresh.close();
      }
    });
}
