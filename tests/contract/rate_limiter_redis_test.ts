import assert from "node:assert/strict";
import { redisRateLimiter } from "../../adapters/rate_limiter/limiter.ts";
import type { Limits } from "../../ports/rate_limiter.ts";
import { rateLimiterContract } from "./rate_limiter.ts";

const prefix = `balance-test-${crypto.randomUUID()}`;

/** Counts in Redis from the first, which takes a moment to connect to. */
async function opened(limits: Limits, url: string) {
  const errors: unknown[] = [];
  const limiter = redisRateLimiter(limits, {
    url,
    prefix,
    onError: (error) => void errors.push(error),
  });
  return { limiter, errors };
}

rateLimiterContract("Redis", async (limits) => {
  const url = Deno.env.get("REDIS_URL")!;
  const two = [await opened(limits, url), await opened(limits, url)];
  for (const { limiter } of two) await connected(limiter);
  return two.map(({ limiter }) => limiter);
});

/** Waits until two limiters of one Redis count together, of which this is one. */
async function connected(limiter: ReturnType<typeof redisRateLimiter>) {
  const other = redisRateLimiter(limiter.limits, {
    url: Deno.env.get("REDIS_URL")!,
    prefix,
    onError: () => {},
  });
  try {
    for (;;) {
      const who = crypto.randomUUID();
      const charge = [{ limit: "key", who }] as const;
      const [first] = await limiter.spend(charge);
      const [second] = await other.spend(charge);
      if (second!.left < first!.left || second!.isOver) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await other.close();
  }
}

Deno.test({
  name: "Redis limiter: while Redis is away it counts by itself and says so",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    const { port } = listener.addr;
    listener.close();
    const { limiter, errors } = await opened(
      { key: { most: 2, windowS: 60 } },
      `redis://127.0.0.1:${port}`,
    );
    try {
      const spent = [];
      for (let i = 0; i < 3; i++) {
        spent.push(...await limiter.spend([{ limit: "key", who: "a" }]));
      }
      assert.deepEqual(spent.map(({ left, isOver }) => [left, isOver]), [
        [1, false],
        [0, false],
        [0, true],
      ]);
      while (errors.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    } finally {
      await limiter.close();
    }
  },
});

Deno.test({
  name:
    "Redis limiter: a Redis that says nothing is noticed, and soon left alone",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    // Takes connections and answers nothing.
    await using server = silentServer();
    const { limiter, errors } = await opened(
      { key: { most: 2, windowS: 60 } },
      `redis://127.0.0.1:${server.port}`,
    );
    try {
      const spent = [];
      for (let i = 0; i < 3; i++) {
        spent.push(...await limiter.spend([{ limit: "key", who: "a" }]));
      }
      assert.deepEqual(spent.map(({ isOver }) => isOver), [false, false, true]);
      assert(errors.length > 0);
    } finally {
      await limiter.close();
    }
  },
});

function silentServer() {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const taken: Deno.Conn[] = [];
  const taking = (async () => {
    for await (const one of listener) taken.push(one);
  })();
  return {
    port: listener.addr.port,
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const one of taken) one.close();
      await taking;
    },
  };
}
