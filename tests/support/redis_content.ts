import type { Redis } from "ioredis";
import type { FreshRedis } from "./redis.ts";

/** Every key there and every value, as text, whatever its type. */
export function redisContent(
  { client, prefix }: FreshRedis,
): Promise<readonly string[]> {
  return client(async (redis) => {
    const found: string[] = [];
    for (const key of await redis.keys(`${prefix}:*`)) {
      found.push(key, JSON.stringify(await valueOf(redis, key)));
    }
    return found;
  });
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    // Gone since it was listed.
    case "none":
      return null;
    case "string":
      return await redis.get(key);
    case "hash":
      return await redis.hgetall(key);
    case "list":
      return await redis.lrange(key, 0, -1);
    case "set":
      return await redis.smembers(key);
    case "zset":
      return await redis.zrange(key, "0", "-1");
    case "stream":
      return await redis.xrange(key, "-", "+");
    default:
      throw new Error(`${key} is a ${type}, which nobody looked into`);
  }
}
