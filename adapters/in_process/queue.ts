import { type Job, type QueueName, queueOf } from "../../src/events/job.ts";
import type { GivenUp, JobHandler, Queue } from "../../ports/queue.ts";
import { attemptJob } from "./attempt_job.ts";
import { fullJitterMs } from "./full_jitter.ts";

const BACKOFF_CAP_MS = 30_000;

interface Options {
  /** How many jobs of one queue run at once. */
  readonly concurrency?: number;
  readonly attemptsMax?: number;
  /** The first retry waits up to this long, each further one up to twice as long, 30 s at most. */
  readonly backoffMs?: number;
  /** Told of what could not even be given up; the outbox still has it. */
  readonly onError?: (error: unknown) => void;
}

/** A job in memory: it waits, runs, or sleeps until its next try. */
interface Held {
  readonly job: Job;
  attempts: number;
}

interface Worker {
  readonly handler: JobHandler;
  readonly giveUp: (lost: GivenUp) => Promise<void>;
}

interface Line {
  readonly waiting: Held[];
  running: number;
  worker?: Worker;
}

/** A queue in this process's memory: first in, first out, per queue; nothing of it outlives the process. */
export function inProcessQueue({
  concurrency = 2,
  attemptsMax = 5,
  backoffMs = 200,
  onError = (error) => console.error(error),
}: Options = {}): Queue {
  const lines = new Map<QueueName, Line>();
  const held = new Set<string>();
  const sleeping = new Set<ReturnType<typeof setTimeout>>();
  const listeners: (() => void)[] = [];
  let closed = false;

  function lineOf(queue: QueueName): Line {
    const line = lines.get(queue) ?? { waiting: [], running: 0 };
    lines.set(queue, line);
    return line;
  }

  function start(line: Line): void {
    while (line.worker && line.running < concurrency) {
      const next = line.waiting.shift();
      if (!next) return;
      line.running++;
      run(line, line.worker, next)
        .catch(onError)
        .finally(() => {
          line.running--;
          start(line);
          tell();
        });
    }
  }

  /** One try; afterwards the job is done, sleeps until the next try, or is given up. */
  async function run(line: Line, worker: Worker, next: Held): Promise<void> {
    const { job } = next;
    next.attempts++;
    const { attempts } = next;
    const outcome = await attemptJob(job, worker.handler);
    const again = outcome.kind === "retry" && attempts < attemptsMax;
    if (again && !closed) return sleep(line, next);
    try {
      // What a closing queue cuts short is not given up: the outbox gives it again.
      if (outcome.kind !== "done" && !again) {
        await worker.giveUp({ job, reason: outcome.reason, attempts });
      }
    } finally {
      held.delete(job.id);
    }
  }

  function sleep(line: Line, next: Held): void {
    const ms = fullJitterMs(next.attempts, {
      baseMs: backoffMs,
      capMs: BACKOFF_CAP_MS,
      random: Math.random,
    });
    const timer = setTimeout(() => {
      sleeping.delete(timer);
      line.waiting.push(next);
      start(line);
    }, ms);
    sleeping.add(timer);
  }

  function isIdle(): boolean {
    return sleeping.size === 0 &&
      [...lines.values()].every((l) => l.running + l.waiting.length === 0);
  }

  function tell(): void {
    if (!isIdle()) return;
    for (const listener of listeners.splice(0)) listener();
  }

  function idle(): Promise<void> {
    if (isIdle()) return Promise.resolve();
    return new Promise((resolve) => void listeners.push(resolve));
  }

  return {
    add: (jobs) =>
      Promise.try(() => {
        if (closed) return;
        for (const job of jobs) {
          if (held.has(job.id)) continue;
          const queue = queueOf(job.task) as QueueName | undefined;
          if (!queue) {
            onError(new Error(`no queue carries ${JSON.stringify(job)}`));
            continue;
          }
          const line = lineOf(queue);
          held.add(job.id);
          line.waiting.push({ job, attempts: 0 });
          start(line);
        }
      }),
    work(queue, handler, giveUp) {
      const line = lineOf(queue);
      if (line.worker) throw new Error(`${queue} has a worker already`);
      line.worker = { handler, giveUp };
      start(line);
    },
    idle,
    close() {
      closed = true;
      for (const timer of sleeping) clearTimeout(timer);
      sleeping.clear();
      for (const line of lines.values()) line.waiting.length = 0;
      const drained = idle();
      tell();
      return drained;
    },
  };
}
