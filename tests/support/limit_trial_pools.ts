import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import type { Deps } from "../../ports/deps.ts";
import { emptiedPostgres } from "./emptied_postgres.ts";
import { type LimitTrial, openLimitTrial } from "./limit_trial.ts";

/** As three processes have them. */
const POOLS = 3;

/** A service on PostgreSQL that several processes run, each with connections of its own. */
export interface Pools {
  readonly trial: LimitTrial;
  /** What the nth of them works with, by turns. */
  as(n: number): Deps;
  /** How many units wait for the turn of another. */
  waiting(): Promise<number>;
}

/** Gives a service of its own, on a database of its own, to `work`. */
export async function onPools(
  limits: Parameters<typeof openLimitTrial>[0],
  work: (pools: Pools) => Promise<void>,
): Promise<void> {
  const { sql, url, drop } = await emptiedPostgres();
  const pools = Array.from({ length: POOLS }, () => connectPostgres(url));
  try {
    const trial = await openLimitTrial({
      ...limits,
      storage: (clock) => ({
        uow: postgresUnitOfWork(sql, { clock }),
        feed: postgresJobFeed(sql),
        directory: postgresDirectory(sql),
        keyUses: postgresKeyUses(sql),
      }),
    });
    const { deps, clock } = trial;
    const each = pools.map((pool): Deps => ({
      ...deps,
      uow: postgresUnitOfWork(pool, { clock }),
    }));
    await work({
      trial,
      as: (n) => each[n % POOLS]!,
      async waiting() {
        const [row] = await sql<{ count: number }[]>`
          select count(*)::integer as count from pg_locks
          where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`;
        return row!.count;
      },
    });
  } finally {
    for (const pool of pools) await pool.end();
    await drop();
  }
}
