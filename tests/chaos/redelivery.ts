import { bullmqQueue } from "../../adapters/bullmq/queue.ts";
import { bullName } from "../../adapters/bullmq/names.ts";
import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import {
  type Job,
  priorityOf,
  type QueueName,
  queueOf,
  QUEUES,
} from "../../src/events/job.ts";
import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";
import { shuffled } from "./record_sets.ts";
import type { Stack } from "./stack.ts";

/** Puts jobs into Redis that are there already, or were done long ago. */
export interface Redelivery {
  /** Remembers the jobs that are not done now; returns how many it saw, none when the database did not answer. */
  look(): Promise<number>;
  /** Adds up to `count` remembered jobs, shuffled, each under its own name and once more under another. */
  deliver(count: number): Promise<void>;
  /** Jobs in Redis that wait, run, or sleep until another try. */
  inRedis(): Promise<number>;
  close(): Promise<void>;
}

const REMEMBERED_MAX = 5_000;
const LOOK_MAX = 500;

export function openRedelivery(
  { databaseUrl, redisUrl }: Pick<Stack, "databaseUrl" | "redisUrl">,
  { random, onError }: {
    readonly random: SeededRandom;
    readonly onError: (error: unknown) => void;
  },
): Redelivery {
  const sql = connectPostgres(databaseUrl, { max: 1 });
  const queue = bullmqQueue({
    url: redisUrl,
    prefix: "balance",
    clock: systemClock(),
    concurrency: 1,
    attemptsMax: 5,
    backoffMs: 200,
    rates: {},
    onError,
  });
  const jobs = new Map<string, Job>();
  let copies = 0;

  async function look(): Promise<number> {
    try {
      const rows = await sql<(Job & { traceparent: string | null })[]>`
        select id, tenant_id as "tenantId", task, traceparent
        from outbox order by position limit ${LOOK_MAX}`;
      for (const { traceparent, ...job } of rows) {
        if (jobs.size >= REMEMBERED_MAX) break;
        jobs.set(job.id, { ...job, ...traceparent && { traceparent } });
      }
      return rows.length;
    } catch (error) {
      onError(error);
      return 0;
    }
  }

  /** Under other names, so that several workers do the same job at the same time. */
  async function addCopies(name: QueueName, chosen: readonly Job[]) {
    const bull = queue.boards.find((one) => one.name === bullName(name))!;
    await bull.addBulk(
      chosen.filter(({ task }) => queueOf(task) === name).map((job) => ({
        name: job.task.kind,
        data: { job },
        opts: {
          jobId: `copy-${copies++}-${job.id}`,
          priority: priorityOf(job.task),
        },
      })),
    );
  }

  return {
    look,
    async deliver(count) {
      await look();
      const chosen = shuffled([...jobs.values()], random).slice(0, count);
      await queue.add(chosen);
      for (const name of QUEUES) {
        await addCopies(name, shuffled(chosen, random));
      }
    },
    async inRedis() {
      const counts = await Promise.all(QUEUES.map(queue.counts));
      return counts.reduce(
        (sum, { waiting, active, delayed }) => sum + waiting + active + delayed,
        0,
      );
    },
    async close() {
      await sql.end();
      await queue.close();
    },
  };
}
