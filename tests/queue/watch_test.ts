import assert from "node:assert/strict";
import type { Consumer } from "../../adapters/bullmq/consumer.ts";
import { watchConsumers } from "../../adapters/bullmq/watch.ts";

/** A consumer that does nothing, watched at every turn; ends once it was revived or looked at `looks` times. */
async function watched(
  given: { waiting: number; running: number; limited?: boolean },
  looks: number,
) {
  let revived = 0;
  let looked = 0;
  const end = Promise.withResolvers<void>();
  const errors: string[] = [];
  const consumer: Consumer = {
    queue: "records:process",
    running: () => given.running,
    lastMs: () => 0,
    revive: () => {
      revived++;
      end.resolve();
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  const watch = watchConsumers([consumer], {
    counts: () => {
      if (++looked === looks) end.resolve();
      return Promise.resolve({ ...given, active: given.running, delayed: 0 });
    },
    limited: () => {
      if (given.limited && ++looked === looks) end.resolve();
      return Promise.resolve(given.limited ?? false);
    },
    onError: (error) => void errors.push((error as Error).name),
    everyMs: 1,
    stoppedMs: 0,
  });
  await end.promise;
  const idle = watch.idleMs() > 0;
  await watch.close();
  return { revived: revived > 0, idle, error: errors[0] ?? null };
}

Deno.test("a consumer that is free while jobs wait is started anew, and that is told", async () => {
  assert.deepEqual(await watched({ waiting: 1, running: 0 }, 99), {
    revived: true,
    idle: true,
    error: "ConsumerStopped",
  });
});

Deno.test("a consumer is left alone while it works, has nothing to do, or is held back by a rate", async () => {
  const well = { revived: false, idle: false, error: null };
  assert.deepEqual(await watched({ waiting: 9, running: 1 }, 5), well);
  assert.deepEqual(await watched({ waiting: 0, running: 0 }, 5), well);
  const limited = { waiting: 9, running: 0, limited: true };
  assert.deepEqual(await watched(limited, 5), well);
});
