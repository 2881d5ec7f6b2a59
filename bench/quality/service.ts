import { testLogWatch } from "../../tests/support/test_log_watch.ts";
import { noNotices } from "../../tests/support/no_notices.ts";
import { noPayments } from "../../tests/support/no_payments.ts";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { hookSignatures } from "../../adapters/hook_signatures/hook_signatures.ts";
import { jsonataMapper } from "../../adapters/jsonata/payload_mapper.ts";
import { oauthTokenGrants } from "../../adapters/oauth/token_grants.ts";
import { safeOutgoing } from "../../adapters/outgoing/safe_outgoing.ts";
import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import { memoryFiles } from "../../adapters/memory/files.ts";
import { reportFiles } from "../../adapters/report_files/report_files.ts";
import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import { memoryStorage } from "../../adapters/memory/storage.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import type { Backlog } from "../../ports/backlog.ts";
import type { Deps } from "../../ports/deps.ts";
import type { Ids } from "../../ports/ids.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import { uuidV7Id } from "../../src/kernel/ids.ts";
import type { Job } from "../../src/events/job.ts";
import type { Result } from "../../src/kernel/result.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { RECEIPT_BYTES_MAX } from "../../src/receipts/receipt.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import { PendingKeyUses } from "../../src/tenancy/key_use.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";

/** A whole service in memory with one tenant; everything in it repeats with the seed. */
export interface Service {
  readonly deps: Deps;
  /** The tenant's owner. */
  readonly scope: Scope;
  /** Sets the clock, which never goes back. */
  passTo(instant: Instant): void;
  /** Does jobs until none is left, but for those that `which` turns down; one that fails ends the run. */
  runJobs(which?: (job: Job) => boolean): Promise<void>;
}

/** Jobs that the outbox gives at a time. */
const JOBS = 100;
/** What a job takes by the service's clock, so that what happens after something else is later. */
const JOB_MS = 1;

/** Opens a service; `seed` is where its ids come from, and all that follows from ids, such as who is audited. */
export async function openService({ seed, settings, start }: {
  readonly seed: number;
  readonly settings: Partial<TenantSettings>;
  readonly start: Instant;
}): Promise<Service> {
  let now = start;
  const clock = { now: () => now };
  const { uow, feed, directory } = memoryStorage({ clock });
  const deps: Deps = {
    clock,
    ids: seededIds(seed, start),
    uow,
    identity: localIdentity(),
    sessionTokens: null,
    directory,
    keyUses: new PendingKeyUses(),
    embedder: hashedNgrams(),
    otherEmbedders: [],
    model: modelOff(),
    logWatch: testLogWatch(feed),
    ...noNotices(),
    ...noPayments(clock),
    outgoing: safeOutgoing(),
    tokenGrants: oauthTokenGrants(safeOutgoing()),
    mapper: jsonataMapper(),
    hookSignatures: hookSignatures(),
    sealer: null,
    timer: { wait: () => Promise.resolve() },
    backlog: NO_BACKLOG,
    files: memoryFiles(),
    fileReader: recordFiles(),
    reportFiles: reportFiles(),
    fileLinks: null,
    receiptBytesMax: RECEIPT_BYTES_MAX,
  };
  const { tenant, owner } = okOf(
    await createTenant(deps, {
      name: "A company",
      ownerEmail: "owner@company.example",
      ownerName: "Owner",
      settings,
    }),
  );
  const handle = handleJob(deps);
  return {
    deps,
    scope: openScope(tenant.id, {
      kind: "member",
      id: owner.id,
      role: "owner",
    }),
    passTo(instant) {
      if (instant > now) now = instant;
    },
    async runJobs(which = () => true) {
      for (;;) {
        // Each job is taken once; none is lost here.
        const asked = { limit: JOBS, share: Infinity, now, takenBefore: start };
        const jobs = await feed.take(asked);
        if (jobs.length === 0) return;
        for (const job of jobs.filter(which)) {
          now = plusMs(now, JOB_MS);
          okOf(await handle(job));
        }
      }
    },
  };
}

/** The value of a result; a failure ends the run. */
export function okOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** Well-formed ids that count up, with random bits of the seed's. */
function seededIds(seed: number, start: Instant): Ids {
  const random = seededRandom(seed);
  let count = Date.parse(start);
  const bytes = (length: number) =>
    Uint8Array.from({ length }, () => random.between(0, 255));
  return {
    next: (prefix) => uuidV7Id(prefix, ++count, bytes(10)),
    secretBytes: () => bytes(32),
  };
}

const NO_BACKLOG: Backlog = {
  bounds: { tenant: Infinity, all: Infinity },
  waiting: () => ({ tenant: 0, all: 0 }),
  note: () => {},
};
