import { listDeadLetters } from "../../src/events/use_cases/list_dead_letters.ts";
import { type Replay } from "../../src/events/use_cases/replay_dead_letters.ts";
import type { Job } from "../../src/events/job.ts";
import { take } from "./take.ts";
import { openTrial, value } from "./trial.ts";

export type Trial = Awaited<ReturnType<typeof openTrial>>;

export const EVERYTHING: Replay = {
  filter: {},
  limit: 100,
  dryRun: false,
  perSecond: null,
};

/** Takes whatever is due now; gives all but what tells people of it. */
export async function due({ feed, clock }: Trial): Promise<readonly Job[]> {
  const jobs = await take(feed, 100, clock.now(), clock.now());
  return jobs.filter(({ task }) => task.kind !== "raise_notices");
}

export async function letters({ deps, scope }: Trial, replayed?: boolean) {
  const filter = replayed === undefined ? {} : { replayed };
  const page = { limit: 100, cursor: null };
  return value(await listDeadLetters(deps, scope, filter, page)).data;
}

export async function told({ events }: Trial, type: string) {
  return (await events()).filter((event) => event.type === type)
    .map(({ payload }) => payload);
}
