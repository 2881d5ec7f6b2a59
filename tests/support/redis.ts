import { Redis } from "ioredis";

/** A part of a Redis that nothing else uses. */
export interface FreshRedis {
  readonly url: string;
  /** What every key of it begins with. */
  readonly prefix: string;
  /** Asks it something on a connection of its own. */
  client<T>(ask: (redis: Redis) => Promise<T>): Promise<T>;
  /** Removes what is there. */
  drop(): Promise<void>;
}

/** On the server of `REDIS_URL`. Throws where that is not set. */
export function freshRedis(): FreshRedis {
  const url = Deno.env.get("REDIS_URL");
  if (!url) {
    throw new Error(
      "these tests need REDIS_URL, an address of a Redis: redis://host:port",
    );
  }
  const prefix = `test-${crypto.randomUUID()}`;
  async function client<T>(ask: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(url!);
    // The client holds a timer until the socket is closed.
    const ended = new Promise<void>((resolve) => redis.once("end", resolve));
    try {
      return await ask(redis);
    } finally {
      redis.disconnect();
      await ended;
    }
  }
  return {
    url,
    prefix,
    client,
    drop: () =>
      client(async (redis) => {
        const keys = await redis.keys(`${prefix}:*`);
        if (keys.length > 0) await redis.del(...keys);
      }),
  };
}
