import type { TenantId } from "../../src/kernel/ids.ts";
import type { Result } from "../../src/kernel/result.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import type { ApiKey } from "../../src/tenancy/api_key.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Directory } from "../../ports/directory.ts";
import type { KeyUses } from "../../ports/key_uses.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import {
  ATTEMPTS_MAX,
  RacesLost,
  type Tx,
  type UnitOfWork,
} from "../../ports/unit_of_work.ts";
import { openCustomers } from "./customers.ts";
import { externalLinks } from "./external_links.ts";
import { memoryExternalUsers } from "./external_users.ts";
import { randomSalt } from "../system/salt.ts";
import { openJournal } from "./journal.ts";
import { keyUses } from "./key_uses.ts";
import { logProgress } from "./log_progress.ts";
import { openOutbox } from "./outbox.ts";
import { openSignIns } from "./sign_ins.ts";
import { emptyShelf, type Shelf } from "./shelf.ts";
import { StaleVersion } from "./stale_version.ts";
import { openTx } from "./tx.ts";

/** Storage without a disk, for tests and trials: the units of one tenant run one after another. */
export function memoryStorage(
  { clock, salt = randomSalt, onJobs, onAppended }: {
    readonly clock: Clock;
    /** 32 hexadecimal digits that nobody can guess, others at each call; the machine's unless told otherwise. */
    readonly salt?: () => string;
    /** Called after a commit that put jobs in the outbox. */
    readonly onJobs?: () => void;
    /** Called after a commit that appended to a log, up to `seq`. */
    readonly onAppended?: (tenantId: TenantId, seq: number) => void;
  },
): {
  readonly uow: UnitOfWork;
  readonly feed: JobFeed;
  readonly directory: Directory;
  readonly keyUses: KeyUses;
} {
  const shelves = new Map<TenantId, Shelf>();
  const outbox = openOutbox(() =>
    [...shelves.values()].flatMap((
      { deadLetters },
    ) => [...deadLetters.values()]), logProgress(shelves, () => outbox.rows));
  const links = externalLinks(shelves);
  const signIns = openSignIns();
  const customers = openCustomers(shelves);
  const keysByHash = new Map<string, { tenantId: TenantId; key: ApiKey }>();

  function shelfOf(tenantId: TenantId): Shelf {
    const shelf = shelves.get(tenantId) ?? emptyShelf();
    shelves.set(tenantId, shelf);
    return shelf;
  }

  /** One attempt: its result, and how many jobs it left in the outbox. */
  async function attempt<R extends Result<unknown, unknown>>(
    shelf: Shelf,
    permit: Permit,
    work: (tx: Tx) => Promise<R>,
  ): Promise<{ result: R; jobs: number }> {
    const journal = openJournal();
    const { tenantId } = permit;
    const { tx, flush } = openTx(shelf, permit, { clock, salt }, journal, {
      outbox,
      links,
      customers,
      signIns: signIns.watch(tenantId, journal),
      // The directory sees what is committed, nothing earlier.
      onKey: (key) =>
        journal.onCommit(() =>
          void keysByHash.set(key.secretHash, { tenantId, key })
        ),
    });
    try {
      const result = await work(tx);
      if (!result.ok) {
        journal.undo();
        return { result, jobs: 0 };
      }
      const { length } = shelf.events;
      const jobs = flush();
      outbox.put(jobs, clock.now(), journal);
      journal.commit();
      const { length: seq } = shelf.events;
      if (seq > length) onAppended?.(tenantId, seq);
      return { result, jobs: jobs.length };
    } catch (error) {
      journal.undo();
      throw error;
    }
  }

  async function attempts<R extends Result<unknown, unknown>>(
    shelf: Shelf,
    permit: Permit,
    work: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    for (let count = 1;; count++) {
      try {
        const { result, jobs } = await attempt(shelf, permit, work);
        if (jobs > 0) onJobs?.();
        return result;
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
        if (count === ATTEMPTS_MAX) throw new RacesLost(error);
      }
    }
  }

  return {
    uow: {
      run(permit, work) {
        const shelf = shelfOf(permit.tenantId);
        const run = shelf.turn.then(() => attempts(shelf, permit, work));
        // Whoever asked for the unit hears of its failure; the next in line only waits for its end.
        shelf.turn = run.then(() => {}, () => {});
        return run;
      },
    },
    feed: outbox.feed,
    keyUses: keyUses(shelves),
    directory: {
      apiKeyByHash: (hash) =>
        Promise.try(() => {
          const found = keysByHash.get(hash);
          // Of an erased tenant no key is left.
          return found && shelves.get(found.tenantId)?.apiKeys.has(found.key.id)
            ? found
            : undefined;
        }),
      tenantOfConnection: (id) =>
        Promise.resolve(
          [...shelves].find(([, { connections }]) => connections.has(id))?.[0],
        ),
      tenantOfUsageReport: (id) =>
        Promise.resolve(
          [...shelves].find(([, { usageReports }]) => usageReports.has(id))
            ?.[0],
        ),
      tenantIds: () =>
        Promise.resolve(
          [...shelves].flatMap(([id, { tenants }]) => tenants.has(id) ? id : [])
            .sort(),
        ),
      ...signIns.find,
      ...links.directory,
      ...customers.directory,
      externalUsers: memoryExternalUsers(),
    },
  };
}
