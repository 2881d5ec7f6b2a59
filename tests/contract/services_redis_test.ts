import assert from "node:assert/strict";
import { Redis } from "ioredis";

Deno.test("the Redis of the tests answers, keeps what it is given, and is recent", async () => {
  const url = Deno.env.get("REDIS_URL");
  assert(url, "deno task test gives REDIS_URL");
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    assert.equal(await redis.ping(), "PONG");
    const [, policy] = await redis.config("GET", "maxmemory-policy") as [
      string,
      string,
    ];
    assert.equal(policy, "noeviction");
    const info = await redis.info("server");
    const major = /^redis_version:(\d+)\./m.exec(info)?.[1];
    assert(Number(major) >= 7, `Redis ${major}`);
  } finally {
    // The client holds a timer until the socket is closed.
    const ended = new Promise<void>((resolve) => redis.once("end", resolve));
    redis.disconnect();
    await ended;
  }
});
