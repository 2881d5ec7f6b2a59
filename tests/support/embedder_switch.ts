import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import type { Job } from "../../src/events/job.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { ok } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import type { Deps } from "../../ports/deps.ts";
import type { Embedder } from "../../ports/embedder.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import { take } from "./take.ts";
import { incoming, openTrial, runJobs, value } from "./trial.ts";

export const HOUR_MS = 3_600_000;

/** Words that share hardly a piece, so that only one of the texts is near to `<word>s`. */
const WORDS =
  "alpaca bollard cummerbund dirigible eggshell flugelhorn gazebo hovercraft iguana"
    .split(" ");

/** A company that taught one text per word, embedded by `embedder`. */
export async function openTaught(embedder: Embedder, words = WORDS) {
  const trial = await openTrial();
  const [office] = await trial.categories("Office");
  const withEmbedders = (current: Embedder, ...others: Embedder[]): Deps => ({
    ...trial.deps,
    embedder: current,
    otherEmbedders: others,
  });
  const work = (deps: Deps) => runJobs(deps, trial.feed);

  /** Sends a record of each word and decides it, with all jobs that follow. */
  async function teach(deps: Deps, ...taught: string[]): Promise<void> {
    await trial.send(...taught.map((description) => incoming({ description })));
    await work(deps);
    await trial.giveAll(() => office!);
    await work(deps);
  }

  /** The same, doing only the jobs that process and embed. */
  async function teachOnly(deps: Deps, ...taught: string[]): Promise<void> {
    const handle = handleJob(deps);
    await trial.send(...taught.map((description) => incoming({ description })));
    for (const job of await jobsOf("process_records")) value(await handle(job));
    await trial.giveAll(() => office!);
    for (const job of await jobsOf("embed_examples")) value(await handle(job));
  }

  /** Sends a record with the plural of a word, whose text is near to the word's and equal to none. */
  async function ask(deps: Deps, word: string) {
    const [id] = await trial.send(incoming({ description: `${word}s` }));
    await work(deps);
    return await recalled(id!);
  }

  async function recalled(id: RecordId) {
    const { trace } = await trial.record(id);
    const step = trace!.steps.find(({ kind }) => kind === "examples_recalled");
    if (step?.kind !== "examples_recalled") throw new Error("nothing recalled");
    return {
      embedder: step.embedder,
      near: step.neighbours.some(({ match }) => match === "similar"),
    };
  }

  /** The jobs of that kind that wait, taken now. */
  async function jobsOf(kind: Job["task"]["kind"]): Promise<readonly Job[]> {
    const now = trial.clock.now();
    const jobs = await take(trial.feed, 100, now, plusMs(now, 1));
    return jobs.filter(({ task }) => task.kind === kind);
  }

  async function inside<T>(job: Job, read: (tx: Tx) => Promise<T>): Promise<T> {
    const allowed = value(permit(openJobScope(job), "jobs.run"));
    const { value: found } = await trial.deps.uow.run(
      allowed,
      async (tx) => ok(await read(tx)),
    );
    return found;
  }

  await teach(withEmbedders(embedder), ...words);
  return {
    ...trial,
    withEmbedders,
    work,
    teach,
    teachOnly,
    ask,
    jobsOf,
    inside,
  };
}
