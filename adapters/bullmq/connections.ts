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

/** For adding and counting. A command that gets no answer in 5 s fails, so that whoever asked can go on; see `whenReady`. */
export function producerConnection(url: string): Redis {
  return new Redis(url, {
    ...COMMON,
    maxRetriesPerRequest: null,
    commandTimeout: 5_000,
    socketTimeout: SILENCE_MS,
    autoResendUnfulfilledCommands: false,
  });
}

/** Ends once the connection can be used; throws `RedisAway` when it cannot after half a second. */
export async function whenReady(redis: Redis): Promise<void> {
  if (redis.status === "ready") return;
  const ready = Promise.withResolvers<void>();
  const timer = setTimeout(() => ready.reject(new RedisAway()), PATIENCE_MS);
  redis.once("ready", ready.resolve);
  try {
    await ready.promise;
  } finally {
    clearTimeout(timer);
    redis.off("ready", ready.resolve);
  }
}

const PATIENCE_MS = 500;

/** Redis does not answer; what was asked of it was not done. */
class RedisAway extends Error {
  override readonly name = "RedisAway";
}

/** Names an error of Redis so that it can be logged without its message: the first word of a reply is a code, such as `WRONGPASS` or `OOM`. */
export function redisError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === "RedisAway") return error;
  const { name, code } = error as Error & { readonly code?: unknown };
  const reply = name === "ReplyError"
    ? /^[A-Z]+/.exec(error.message)?.[0]
    : null;
  return new RedisError(String(reply ?? code ?? name), error);
}

class RedisError extends Error {
  override readonly name = "RedisError";

  constructor(readonly code: string, cause: Error) {
    super(`Redis: ${code}`, { cause });
  }
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
