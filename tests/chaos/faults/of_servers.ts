import { connectPostgres } from "../../../adapters/postgres/connect.ts";
import { pause } from "../pause.ts";
import type { Stack } from "../stack.ts";
import { AT_ONCE, type FaultKind } from "./fault_kind.ts";

/** Redis forgets all. */
async function flush({ servers: { redis } }: Stack): Promise<void> {
  await redis.tell("flushall");
}

/** Redis is away and comes back empty. */
async function restartEmpty(
  { servers: { redis } }: Stack,
  heldMs: number,
): Promise<void> {
  await redis.stop("SIGKILL");
  await redis.forget();
  await pause(heldMs);
  await redis.start();
}

/** Redis writes down what it has, works on, is killed, and comes back with what it had then. */
async function restartStale(
  { servers: { redis } }: Stack,
  heldMs: number,
): Promise<void> {
  await redis.tell("save");
  await pause(heldMs);
  await redis.stop("SIGKILL");
  await redis.start();
}

/** SIGINT: PostgreSQL ends every session and stops in order. SIGQUIT: it ends as in a crash and recovers at its start. */
function restart(signal: "SIGINT" | "SIGQUIT") {
  return async ({ servers: { postgres } }: Stack, heldMs: number) => {
    await postgres.stop(signal);
    await pause(heldMs);
    await postgres.start();
  };
}

/** Ends every session of the service, whatever it does. */
async function endSessions({ databaseUrl }: Stack): Promise<void> {
  const sql = connectPostgres(databaseUrl, { max: 1 });
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await sql.end();
}

function ofServer(
  name: string,
  weight: number,
  holdMs: FaultKind["holdMs"],
  strike: (stack: Stack, heldMs: number) => Promise<void>,
): FaultKind {
  return {
    name,
    weight,
    holdMs,
    aim: ({ stack }) => ({
      holds: [name.startsWith("redis") ? "redis" : "postgres"],
      strike: (heldMs) => strike(stack, heldMs),
    }),
  };
}

export const OF_SERVERS: readonly FaultKind[] = [
  ofServer("redis_flushed", 3, AT_ONCE, flush),
  ofServer("redis_restarted_empty", 2, [0, 4_000], restartEmpty),
  ofServer("redis_restarted_stale", 2, [500, 4_000], restartStale),
  ofServer("postgres_restarted", 1, [0, 1_500], restart("SIGINT")),
  ofServer("postgres_crashed", 1, [0, 1_500], restart("SIGQUIT")),
  ofServer("postgres_sessions_ended", 3, AT_ONCE, endSessions),
];
