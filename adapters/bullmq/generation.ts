import type { Redis } from "ioredis";

/**
 * A text that changes when Redis may have forgotten jobs: a mark that goes with everything else when it is emptied,
 * and the id of the server's run, since a restart can lose the last moments before it.
 */
export function generations(
  redis: Redis,
  prefix: string,
): () => Promise<string> {
  const key = `${prefix}:generation`;
  let run: string | null = null;
  redis.on("close", () => void (run = null));
  return async () => {
    run ??= /^run_id:(\w+)/m.exec(await redis.info("server"))?.[1] ?? "";
    const fresh = crypto.randomUUID();
    const there = await redis.set(key, fresh, "NX", "GET");
    return `${run} ${there ?? fresh}`;
  };
}
