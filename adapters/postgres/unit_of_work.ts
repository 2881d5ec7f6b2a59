import type { Clock } from "../../ports/clock.ts";
import {
  ATTEMPTS_MAX,
  RacesLost,
  type Tx,
  type UnitOfWork,
} from "../../ports/unit_of_work.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Result } from "../../src/kernel/result.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import { randomSalt } from "../system/salt.ts";
import { begin, type Enter } from "./begin.ts";
import type { Sql } from "./connect.ts";
import { isLostRace } from "./lost_race.ts";
import { pause as jitter } from "./pause.ts";
import { LearnedCache } from "./learned_cache.ts";
import { RuleCache } from "./rule_cache.ts";
import { storageErrors } from "./storage_down.ts";
import type { Flushed } from "./event_log.ts";
import { openTx } from "./tx.ts";
import { searchInDatabase, type VectorSearch } from "./vector_search.ts";

/** Carries a failed result out of a transaction, which then rolls back. */
class Undo {
  constructor(readonly result: unknown) {}
}

export interface PostgresOptions {
  readonly clock: Clock;
  /** 32 hexadecimal digits that nobody can guess, others at each call; the machine's unless told otherwise. */
  readonly salt?: () => string;
  /** Called after a commit that put jobs in the outbox. */
  readonly onJobs?: () => void;
  /** Called after a commit that appended to a log, up to `seq`. */
  readonly onAppended?: (tenantId: TenantId, seq: number) => void;
  /** How near texts are found; by pgvector unless told otherwise. */
  readonly search?: VectorSearch;
  /** Ends when a unit that lost its n-th race may start over; see `pause`, unless told otherwise. */
  readonly pause?: (racesLost: number) => Promise<void>;
}

/** Transactions in PostgreSQL. */
export function postgresUnitOfWork(
  sql: Sql,
  {
    clock,
    salt = randomSalt,
    onJobs,
    onAppended,
    search = searchInDatabase,
    pause = jitter,
  }: PostgresOptions,
): UnitOfWork {
  const ruleCache = new RuleCache();
  const learnedCache = new LearnedCache();

  async function attempt<R extends Result<unknown, unknown>>(
    permit: Permit,
    work: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    let flushed: Flushed = { jobs: 0, seq: null };
    let result: R | undefined;
    const enter: Enter = (transaction) =>
      transaction`
        select set_config('role', 'balance_app', true), set_config('app.tenant_id', ${permit.tenantId}, true)`;
    await begin(sql, enter, async (transaction) => {
      const { tx, flush } = openTx(transaction, permit, {
        clock,
        salt,
        search,
        ruleCache,
        learnedCache,
      });
      result = await work(tx);
      if (!result.ok) throw new Undo(result);
      flushed = await flush();
    });
    if (flushed.jobs > 0) onJobs?.();
    if (flushed.seq !== null) onAppended?.(permit.tenantId, flushed.seq);
    return result!;
  }

  return {
    async run<R extends Result<unknown, unknown>>(
      permit: Permit,
      work: (tx: Tx) => Promise<R>,
    ): Promise<R> {
      for (let count = 1;; count++) {
        try {
          return await storageErrors(() => attempt(permit, work));
        } catch (error) {
          if (error instanceof Undo) return error.result as R;
          if (!isLostRace(error)) throw error;
          if (count === ATTEMPTS_MAX) throw new RacesLost(error);
          await pause(count);
        }
      }
    },
  };
}
