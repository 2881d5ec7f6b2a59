import { noNotices, type NoticePorts } from "./no_notices.ts";
import { noPayments } from "./no_payments.ts";
import assert from "node:assert/strict";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import { memoryFiles } from "../../adapters/memory/files.ts";
import { reportFiles } from "../../adapters/report_files/report_files.ts";
import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import { memoryStorage } from "../../adapters/memory/storage.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import type { HostAndPort } from "../../adapters/outgoing/check_url.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deps } from "../../ports/deps.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { KeyUses } from "../../ports/key_uses.ts";
import type { LanguageModel } from "../../ports/language_model.ts";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { listEvents } from "../../src/events/use_cases/list_events.ts";
import type { RecordedEvent } from "../../src/events/event.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { ok, type Result } from "../../src/kernel/result.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { RECEIPT_BYTES_MAX } from "../../src/receipts/receipt.ts";
import type { Incoming } from "../../src/records/draft.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { readRecord } from "../../src/records/use_cases/read_record.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import { PendingKeyUses } from "../../src/tenancy/key_use.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import type { GivenUp } from "../../ports/queue.ts";
import type { Job } from "../../src/events/job.ts";
import { testConnectors } from "./connectors.ts";
import { countingIds } from "./counting_ids.ts";
import { emptyBacklog } from "./empty_backlog.ts";
import { permitTo } from "./samples.ts";
import { settableClock } from "./settable_clock.ts";
import { take } from "./take.ts";
import { testLogWatch } from "./test_log_watch.ts";
import { testFileLinks, testSessions } from "./test_sessions.ts";
import { FIXED_THRESHOLD } from "./fixed_threshold.ts";

/** The value of a result that a test counts on being ok. */
export function value<T>(result: Result<T, unknown>): T {
  // Written out only where it is looked at: good values are many and long.
  if (!result.ok) assert.fail(JSON.stringify(result));
  return result.value;
}

/** A record as a test's bank sends it. */
export function incoming(given: Partial<Incoming> = {}): Incoming {
  return {
    externalId: `x-${nextExternal++}`,
    connectionId: null,
    occurredAt: "2026-03-01T00:00:00.000Z",
    description: "Tallow & Reed stationery",
    counterparty: null,
    amount: { minor: "-1250", currency: "GBP" },
    attributes: { unit: "Office" },
    raw: null,
    ...given,
  };
}
let nextExternal = 1;

/** A timer that lets others have their turn, and by which nobody should wait. */
const noTimer: Deps["timer"] = {
  wait: async (ms) => assert.equal(ms, 0, "a test waited"),
};

/** What a trial keeps its things in. */
export type TrialStorage = Pick<Deps, "uow" | "directory"> & {
  readonly keyUses: KeyUses;
  readonly feed: JobFeed;
};

/** A whole service with one tenant, in memory unless told otherwise, whose jobs run when the test says so. */
export async function openTrial(given: {
  readonly model?: LanguageModel;
  readonly backlog?: Deps["backlog"];
  readonly files?: Deps["files"];
  readonly settings?: Partial<TenantSettings>;
  readonly timer?: Deps["timer"];
  /** Servers that it may reach although they are not of the open internet. */
  readonly allow?: readonly HostAndPort[];
  /** By what notices go out. */
  readonly notices?: Partial<NoticePorts>;
  /** Who sells what; nobody unless told otherwise. */
  readonly selling?: typeof noPayments;
  /** Wraps the unit of work, to make it fail or to watch it. */
  readonly wrap?: (uow: Deps["uow"]) => Deps["uow"];
  readonly storage?: (clock: Clock) => TrialStorage;
} = {}) {
  const clock = settableClock();
  const ids = countingIds();
  const { storage = (clock) => memoryStorage({ clock }) } = given;
  const { uow, feed, directory, keyUses } = storage(clock);
  const pendingKeyUses = new PendingKeyUses();
  const sessionTokens = testSessions(clock);
  const deps: Deps = {
    clock,
    ids,
    uow: given.wrap ? given.wrap(uow) : uow,
    identity: localIdentity(sessionTokens),
    sessionTokens,
    directory,
    keyUses: pendingKeyUses,
    embedder: hashedNgrams(),
    otherEmbedders: [],
    model: given.model ?? modelOff(),
    timer: given.timer ?? noTimer,
    logWatch: testLogWatch(feed),
    ...noNotices(),
    ...testConnectors(given.allow),
    ...given.notices,
    backlog: given.backlog ?? emptyBacklog(),
    files: given.files ?? memoryFiles(),
    fileReader: recordFiles(),
    reportFiles: reportFiles(),
    fileLinks: testFileLinks(clock),
    receiptBytesMax: RECEIPT_BYTES_MAX,
    ...(given.selling ?? noPayments)(clock),
  };
  const plain: Deps = { ...deps, uow };
  const created = value(
    await createTenant(plain, {
      name: "Foxglove Joinery",
      ownerEmail: "ann@foxglove.example",
      ownerName: "Ann",
      settings: given.settings ?? FIXED_THRESHOLD,
    }),
  );
  const scope = openScope(created.tenant.id, {
    kind: "member",
    id: created.owner.id,
    role: "owner",
  });
  return {
    ...created,
    deps,
    clock,
    feed,
    scope,
    /** Adds categories by name; returns their ids in that order. */
    async categories(...names: string[]): Promise<readonly CategoryId[]> {
      const made = await createCategories(
        plain,
        scope,
        names.map((name) => ({ name, parentId: null })),
      );
      return value(made).map((category) => category.id);
    },
    /** Sends records and returns their ids, in order. */
    async send(...records: Incoming[]): Promise<readonly RecordId[]> {
      const intake = value(await acceptRecords(deps, scope, records));
      return intake.record_ids as readonly RecordId[];
    },
    runJobs: () => runJobs(deps, feed),
    /** Writes which keys were used; a service does it every few seconds. */
    keepKeyUses: () => keyUses.keep(pendingKeyUses.take(clock.now())),
    async record(id: RecordId): Promise<CompanyRecord> {
      return value(await readRecord(plain, scope, id)).record;
    },
    async waiting(): Promise<readonly Approval[]> {
      // Not as they are shown: a test may look behind the disguise of an audit.
      const { data } = value(
        await plain.uow.run(
          permitTo("approvals.read", scope),
          async (tx) =>
            ok(
              await tx.approvals.list("waiting", {
                limit: 1_000,
                cursor: null,
              }),
            ),
        ),
      );
      return data;
    },
    /** Gives each record that waits the category that it truly has. */
    async giveAll(truth: (id: RecordId) => CategoryId): Promise<void> {
      for (;;) {
        const waiting = await this.waiting();
        if (waiting.length === 0) return;
        const decisions = waiting.map(({ id, recordId }) => ({
          approvalId: id,
          verdict: { kind: "override", categoryId: truth(recordId) } as const,
          note: null,
        }));
        value(await decideApprovals(deps, scope, decisions));
      }
    },
    events: () => eventsOf(plain, scope),
  };
}

/** Does jobs until the outbox is empty; one that fails for good is buried. Returns how many were done. */
export async function runJobs(deps: Deps, feed: JobFeed): Promise<number> {
  const handle = handleJob(deps);
  for (let done = 0;;) {
    const now = deps.clock.now();
    const jobs = await take(feed, 100, now, plusMs(now, 1));
    if (jobs.length === 0) return done;
    for (const job of jobs) {
      const result = await handle(job);
      if (!result.ok) {
        await giveUpJob(deps, lostJob(job, { reason: result.failure.kind }));
      }
      done++;
    }
  }
}

/** A job as a queue gives it up. */
export function lostJob(job: Job, given: Partial<GivenUp> = {}): GivenUp {
  return {
    job,
    errorClass: "embedder.gone",
    reason: "embedder.gone: the embedder is gone",
    attempts: 5,
    firstFailedAt: "2026-03-01T00:00:00.000Z",
    suspect: false,
    ...given,
  };
}

export async function eventsOf(
  deps: Deps,
  scope: Scope,
): Promise<readonly RecordedEvent[]> {
  const all = { after: 0, limit: 100_000, filter: {} };
  return value(await listEvents(deps, scope, all));
}
