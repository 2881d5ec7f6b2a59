import { attemptJob, triesAgain } from "../../src/events/attempt_job.ts";
import { fullJitterMs } from "../../src/events/full_jitter.ts";
import { type QueueName, queueOf } from "../../src/events/job.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Queue, QueueSettings } from "../../ports/queue.ts";
import {
  type Held,
  type Line,
  openLine,
  queueUp,
  type Worker,
} from "./line.ts";

interface Options extends Partial<QueueSettings> {
  readonly clock: Clock;
}

/** A queue in this process's memory: nothing of it outlives the process. */
export function inProcessQueue({
  clock,
  concurrency = 2,
  attemptsMax = 5,
  backoffMs = 200,
  rates = {},
  onError = (error) => console.error(error),
}: Options): Queue {
  const lines = new Map<QueueName, Line>();
  const held = new Set<string>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const listeners: (() => void)[] = [];
  let closed = false;

  function lineOf(queue: QueueName): Line {
    const line = lines.get(queue) ?? openLine(rates[queue]);
    lines.set(queue, line);
    return line;
  }

  function later(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      what();
    }, ms);
    timers.add(timer);
  }

  function start(line: Line): void {
    while (
      line.worker && line.running < concurrency && line.waiting.length > 0
    ) {
      const now = performance.now();
      const waitMs = line.pace.waitMs(now);
      if (waitMs > 0) return later(waitMs, () => start(line));
      line.pace.begin(now);
      const next = line.waiting.shift()!;
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
    const attempts = ++next.attempts;
    const attempt = await attemptJob(
      job,
      (job) => worker.handler(job, attempts),
    );
    if (attempt.kind === "done") return void held.delete(job.id);
    const firstFailedAt = next.firstFailedAt ??= clock.now();
    const again = triesAgain(job, attempt, attempts, attemptsMax);
    if (again && !closed) {
      const ms = fullJitterMs(attempts, {
        baseMs: backoffMs,
        random: Math.random,
      });
      const afterMs = attempt.kind === "retry" ? attempt.afterMs : 0;
      return sleep(line, next, Math.max(ms, afterMs));
    }
    try {
      // What a closing queue cuts short is not given up: the outbox gives it again.
      if (again) return;
      const { errorClass, reason, kind } = attempt;
      await worker.giveUp({
        job,
        errorClass,
        reason,
        attempts,
        firstFailedAt,
        suspect: kind === "suspect",
      });
    } finally {
      held.delete(job.id);
    }
  }

  function sleep(line: Line, next: Held, ms: number): void {
    line.sleeping++;
    later(ms, () => {
      line.sleeping--;
      queueUp(line, next);
      start(line);
    });
  }

  function isIdle(): boolean {
    return [...lines.values()].every((line) =>
      line.running + line.waiting.length + line.sleeping === 0
    );
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
          queueUp(line, { job, attempts: 0, firstFailedAt: null });
          start(line);
        }
      }),
    work(queue, handler, giveUp) {
      const line = lineOf(queue);
      if (line.worker) throw new Error(`${queue} has a worker already`);
      line.worker = { handler, giveUp };
      start(line);
    },
    counts: (queue) => {
      const { waiting, running, sleeping } = lineOf(queue);
      return Promise.resolve({
        waiting: waiting.length,
        active: running,
        delayed: sleeping,
      });
    },
    generation: () => Promise.resolve("this process"),
    idle,
    async close(graceMs) {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      for (const line of lines.values()) {
        line.waiting.length = 0;
        line.sleeping = 0;
      }
      const drained = idle();
      tell();
      if (graceMs === undefined) return await drained;
      const limit = Promise.withResolvers<void>();
      const timer = setTimeout(limit.resolve, graceMs);
      await Promise.race([drained, limit.promise]);
      clearTimeout(timer);
    },
  };
}
