import { Redis, type RedisOptions } from "ioredis";

/** A network that swallows packets says nothing: after this long without an answer a connection is given up. */
const SILENCE_MS = 15_000;

const COMMON = {
  connectTimeout: 3_000,
  keepAlive: 5_000,
  // Soon again, and never given up: Redis may be gone for a while, and the outbox keeps what it should have.
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
  disableClientInfo: true,
} satisfies RedisOptions;

/** For adding and counting: fails soon while Redis is away, so that whoever asked can go on. */
export function producerConnection(url: string): Redis {
  return new Redis(url, {
    ...COMMON,
    maxRetriesPerRequest: 1,
    commandTimeout: 5_000,
    autoResendUnfulfilledCommands: false,
  });
}

/** For a worker, which waits for Redis to come back. Its blocking reads end after 5 s, so that silence means a dead line. */
export function workerConnection(url: string): Redis {
  return new Redis(url, {
    ...COMMON,
    maxRetriesPerRequest: null,
    socketTimeout: SILENCE_MS,
  });
}

/** Ends a connection, and returns when its socket is closed; one that waits to connect again has none and tells of no end. */
export async function disconnect(redis: Redis): Promise<void> {
  if (redis.status === "end") return;
  if (redis.status === "reconnecting") return redis.disconnect();
  const ended = new Promise<void>((resolve) => redis.once("end", resolve));
  redis.disconnect();
  await ended;
}
