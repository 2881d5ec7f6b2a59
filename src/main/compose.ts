import type { QueueBoard } from "../../adapters/hono/board.ts";
import { hookSignatures } from "../../adapters/hook_signatures/hook_signatures.ts";
import { jsonataMapper } from "../../adapters/jsonata/payload_mapper.ts";
import { reportFiles } from "../../adapters/report_files/report_files.ts";
import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import { oauthTokenGrants } from "../../adapters/oauth/token_grants.ts";
import { safeOutgoing } from "../../adapters/outgoing/safe_outgoing.ts";
import { type Tracing, tracing } from "../../adapters/opentelemetry/tracing.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import {
  type Metrics,
  prometheusMetrics,
} from "../../adapters/prometheus/metrics.ts";
import { registerProcess } from "../../adapters/prometheus/process.ts";
import { standardWebhooks } from "../../adapters/standard_webhooks/webhooks.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import { systemTimer } from "../../adapters/system/timer.ts";
import type { HostedSignIn } from "../../ports/hosted_sign_in.ts";
import type { IdentityHook } from "../../ports/identity_hook.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type { RateLimiter } from "../../ports/rate_limiter.ts";
import type { Deps } from "../../ports/deps.ts";
import { QUEUES } from "../events/job.ts";
import type { Config, ProcessKind } from "./config.ts";
import { doJob } from "./do_job.ts";
import { keepKeyUses } from "./keep_key_uses.ts";
import { errorFacts, type Log } from "./log.ts";
import { firstOf, openClerk } from "./open_clerk.ts";
import { openEmbedders } from "./open_embedders.ts";
import { openFiles } from "./open_files.ts";
import { openMailer } from "./open_mailer.ts";
import { openModel } from "./open_model.ts";
import { openLimiter } from "./open_limiter.ts";
import { openSealer } from "./open_sealer.ts";
import { openPayments } from "./open_payments.ts";
import { openPlans } from "./open_plans.ts";
import { openQueue } from "./open_queue.ts";
import { openSessions } from "./open_sessions.ts";
import { openStorage } from "./open_storage.ts";
import { type Relay, startRelay } from "./relay.ts";
import type { RoundKeeper } from "./keep_round.ts";
import { keepRounds } from "./rounds.ts";
import { seldom } from "./seldom.ts";
import { watchBacklog } from "./watch_backlog.ts";
import { within } from "./within.ts";

const POLL_MS = 500;
const LEASE_MS = 60_000;
const COUNT_EVERY_MS = 1_000;
const KEEP_KEY_USES_EVERY_MS = 5_000;
/** Jobs that waited this long for a free consumer will not be begun by this process any more. */
const STUCK_MS = 60_000;

/** Storage that takes longer to say anything is not ready. */
const READY_MS = 3_000;

/** The service with everything behind its ports. */
export interface Service {
  readonly deps: Deps;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  /** The board of the queues; absent where no Redis keeps them. */
  readonly board?: () => QueueBoard;
  /** Where Clerk tells of its members; absent where no webhooks are configured. */
  readonly identityHook?: IdentityHook;
  readonly hostedSignIn?: HostedSignIn;
  /** Where the payment provider tells of its customers; absent where nothing is sold. */
  readonly paymentHook?: PaymentHook;
  /** Counts requests; absent where nobody is held up. */
  readonly limiter?: RateLimiter;
  /** Begins to carry jobs to the queue and, unless the process only serves, to do them. */
  start(kind: ProcessKind): void;
  /** Whether the storage answers. */
  ready(): Promise<boolean>;
  /** Whether jobs get done: false when they wait although this process is free to do them. */
  alive(): boolean;
  /** Lets what runs finish, for as long as is configured, and closes everything in the reverse order of opening. */
  close(): Promise<void>;
}

/** Puts the service together as `config` says. */
export async function compose(config: Config, log: Log): Promise<Service> {
  const clock = systemClock();
  const traced = tracing();
  const model = await openModel(
    config.model,
    seldom((error) =>
      log.error(errorFacts(error), "the provider of the model rejects calls")
    ),
  );
  const embedders = await openEmbedders(config.embedder);
  const plans = await openPlans(config.plansFile, config.payments.kind);
  const { payments, meter, hook: paymentHook } = await openPayments(
    config.payments,
    clock,
  );
  const storage = await openStorage(config.storage);
  const sql = traced.sql(storage.sql);
  const [{ sessionTokens, fileLinks }, files, sealer] = await Promise.all([
    openSessions(config, clock),
    openFiles(config.files, clock),
    openSealer(config),
  ]).catch(async (error) => {
    await storage.close();
    throw error;
  });
  const outgoing = safeOutgoing({ allow: config.outgoingAllow });
  let relay: Relay | null = null;
  let rounds: RoundKeeper | null = null;
  const onError = seldom((error: unknown) =>
    log.error(errorFacts(error), "something went wrong and will be tried again")
  );
  const feed = postgresJobFeed(sql);
  const backlog = watchBacklog({
    feed,
    clock,
    bounds: config.backlog,
    everyMs: COUNT_EVERY_MS,
    onError,
  });
  const clerk = config.clerk && openClerk(config.clerk, clock);
  const keyUses = keepKeyUses({
    uses: postgresKeyUses(sql),
    clock,
    everyMs: KEEP_KEY_USES_EVERY_MS,
    onError,
  });
  const deps: Deps = {
    clock,
    ids: randomIds(),
    uow: postgresUnitOfWork(sql, {
      clock,
      onJobs: () => relay?.wake(),
      ...storage.search && { search: storage.search },
    }),
    identity: clerk
      ? firstOf(clerk.identity, localIdentity(sessionTokens))
      : localIdentity(sessionTokens),
    sessionTokens,
    directory: postgresDirectory(sql),
    keyUses: keyUses.notes,
    ...embedders,
    model,
    timer: systemTimer(),
    outgoing,
    tokenGrants: oauthTokenGrants(outgoing),
    mapper: jsonataMapper(),
    hookSignatures: hookSignatures(),
    sealer,
    webhooks: standardWebhooks(outgoing),
    mailer: openMailer(config),
    publicUrl: config.publicUrl,
    payments,
    usageMeter: meter,
    plans,
    backlog: backlog.backlog,
    files,
    fileReader: recordFiles(),
    reportFiles: reportFiles(),
    fileLinks,
    receiptBytesMax: config.receiptBytesMax,
  };
  const { queue, idleMs, revivals, board } = openQueue(config, clock, onError);
  const limiter = openLimiter(config, onError);
  const metrics = prometheusMetrics({
    clock,
    census: backlog.census,
    counts: queue.counts,
    idleMs,
    revivals,
    onError,
  });
  registerProcess(metrics.registry);

  return {
    deps,
    metrics,
    tracing: traced,
    ...board && { board },
    ...limiter && { limiter },
    ...clerk?.hook && { identityHook: clerk.hook },
    ...clerk?.signIn && { hostedSignIn: clerk.signIn },
    ...paymentHook && { paymentHook },
    start(kind) {
      if (kind !== "serve") {
        const { handler, giveUp } = doJob(deps, {
          log,
          metrics,
          tracing: traced,
          attemptsMax: config.work.attemptsMax,
          onEnd: () => relay?.nudge(),
        });
        for (const name of QUEUES) queue.work(name, handler, giveUp);
        rounds = keepRounds(deps, {
          onError,
          onDrift: (report) =>
            log.error({ ...report }, "the payment provider has it otherwise"),
        });
      }
      relay = startRelay({
        feed,
        queue,
        clock,
        pollMs: POLL_MS,
        leaseMs: LEASE_MS,
        share: config.work.tenantJobs,
        alone: config.storage.kind === "embedded",
        onError,
      });
    },
    async ready() {
      try {
        await within(READY_MS, storage.sql`select 1`);
        return true;
      } catch (error) {
        log.error(errorFacts(error), "the storage does not answer");
        return false;
      }
    },
    alive: () => idleMs() < STUCK_MS,
    async close() {
      await relay?.close();
      await rounds?.close();
      await queue.close(config.work.stopAfterMs);
      await backlog.close();
      await keyUses.close();
      await limiter?.close();
      await storage.close();
    },
  };
}
