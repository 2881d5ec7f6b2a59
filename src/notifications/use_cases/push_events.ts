import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { RecordedEvent } from "../../events/event.ts";
import { readOn } from "../../events/parts/read_on.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { type Ok, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  afterFailure,
  afterSuccess,
  disabledFacts,
  type Endpoint,
  isSameStanding,
} from "../endpoint.ts";
import {
  afterRefusal,
  type EventFeed,
  isExhausted,
  leased,
  maySend,
  movedTo,
  released,
} from "../event_feed.ts";
import { type EventMessage, eventMessage } from "../event_message.ts";
import type { Attempt } from "../notice_delivery.ts";
import { chanceOf, GONE, sendSigned, thrown } from "../parts/send_signed.ts";

type Needed = Pick<
  Deps,
  "uow" | "clock" | "ids" | "webhooks" | "sealer" | "publicUrl"
>;

/** After so long a job takes no other message: the relay would hold it lost and send it again. */
const BUSY_MS = 15_000;

/** What is to be sent, and how far the log was read for it. */
interface Batch {
  readonly endpoint: Endpoint;
  readonly feed: EventFeed;
  readonly events: readonly RecordedEvent[];
  readonly seq: number;
}

/**
 * The job that sends an endpoint what its feed lacks: message after message, each once the one before was acknowledged.
 * The feed's cursor moves by answers of 2xx alone, in one unit with what else follows from them. One sends at a time: a
 * job holds a lease, renewed with each message, and one that has lost it moves nothing. Killed in between it leaves the
 * cursor where it was, and the next job sends the same message under the same id.
 */
export async function pushEvents(
  deps: Needed,
  scope: Scope,
  job: { readonly id: string; readonly endpointId: EndpointId },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const lease = deps.ids.secretBytes().toBase64();
  const begun = Date.parse(deps.clock.now());
  const { tenantId } = scope;
  const { publicUrl } = deps;
  for (;;) {
    const { value: batch } = await takeBatch(deps, allowed.value, job, lease);
    if (batch === null) return ok(null);
    const { endpoint, feed: { id: endpointId, format } } = batch;
    const message = eventMessage(batch.events, {
      endpointId,
      format,
      tenantId,
      publicUrl,
    });
    const attempt = await sendSigned(deps, tenantId, endpoint, message)
      .catch(thrown);
    const isLate = Date.parse(deps.clock.now()) - begun >= BUSY_MS;
    const { value: goesOn } = await conclude(deps, allowed.value, {
      job,
      lease,
      batch,
      message,
      attempt,
      isLate,
    });
    if (!goesOn) return ok(null);
  }
}

/** Takes the lease and the next events; null, and the job is done, where nothing is to be sent by it now. */
function takeBatch(
  { uow, clock }: Pick<Deps, "uow" | "clock">,
  allowed: Permit,
  { id: jobId, endpointId }: Parameters<typeof pushEvents>[2],
  lease: string,
): Promise<Ok<Batch | null>> {
  const now = clock.now();
  return uow.run(allowed, async (tx) => {
    const [feed] = await tx.eventFeeds.find([endpointId]);
    const [endpoint] = await tx.endpoints.find([endpointId]);
    const isOurs = feed !== undefined && endpoint !== undefined &&
      maySend(feed, endpoint, { lease, now });
    const page = isOurs ? await nextEvents(tx, feed) : null;
    if (isOurs && page!.events.length > 0) {
      await tx.eventFeeds.save([leased(feed, { lease, now })]);
      return ok({ endpoint, feed, ...page! });
    }
    if (isOurs) await tx.eventFeeds.save([released(movedTo(feed, page!.seq))]);
    await tx.jobs.settle(jobId);
    return ok(null);
  });
}

/** The events behind the cursor that the feed lets through; those of a message that was refused, where there is one. */
async function nextEvents(
  tx: Tx,
  { cursor, pendingTo, types, batchMax }: EventFeed,
): Promise<Pick<Batch, "events" | "seq">> {
  const read = await readOn(tx, {
    after: cursor,
    limit: batchMax,
    filter: types.length === 0 ? {} : { types },
  });
  // A cursor is kept with the log that it reads.
  if (!read.ok) throw new Error(read.failure.kind);
  const page = read.value;
  if (pendingTo === null) return page;
  const events = page.events.filter(({ seq }) => seq <= pendingTo);
  return { events, seq: pendingTo };
}

/** Keeps what came of a message; whether this job takes the next one. */
function conclude(
  { uow, clock, ids }: Pick<Deps, "uow" | "clock" | "ids">,
  allowed: Permit,
  { job, lease, batch, message, attempt, isLate }: {
    readonly job: Parameters<typeof pushEvents>[2];
    readonly lease: string;
    readonly batch: Batch;
    readonly message: EventMessage;
    readonly attempt: Attempt;
    readonly isLate: boolean;
  },
): Promise<Ok<boolean>> {
  const now = clock.now();
  const chance = chanceOf(ids.secretBytes());
  return uow.run(allowed, async (tx) => {
    const [feed] = await tx.eventFeeds.find([job.endpointId]);
    const isOurs = feed?.lease === lease;
    const isSame = isOurs && feed.turn === batch.feed.turn;
    const goesOn = isSame && attempt.kind === "delivered" && !isLate;
    if (isOurs) {
      const after = isSame
        ? afterAttempt(feed, batch, message, { attempt, now, chance })
        : feed;
      await tx.eventFeeds.save([goesOn ? after : released(after)]);
      await keepEndpoint(tx, after, attempt, now);
    }
    if (!goesOn) await tx.jobs.settle(job.id);
    return ok(goesOn);
  });
}

function afterAttempt(
  feed: EventFeed,
  { events, seq }: Batch,
  { to }: EventMessage,
  { attempt, ...moment }: {
    readonly attempt: Attempt;
    readonly now: EventFeed["createdAt"];
    readonly chance: number;
  },
): EventFeed {
  if (attempt.kind === "skipped") return feed;
  if (attempt.kind === "failed") {
    return afterRefusal(feed, to, { attempt, ...moment });
  }
  // Behind its last event too, unless there was no room for all.
  const cursor = to === events.at(-1)!.seq ? seq : to;
  return {
    ...movedTo(feed, cursor),
    lastCode: attempt.code,
    lastFailure: null,
    deliveredAt: moment.now,
  };
}

/** Counts what the endpoint answered, and disables it where it is gone or fails for too long. */
async function keepEndpoint(
  tx: Tx,
  feed: EventFeed,
  attempt: Attempt,
  now: EventFeed["createdAt"],
): Promise<void> {
  const [endpoint] = await tx.endpoints.find([feed.id]);
  if (endpoint === undefined || attempt.kind === "skipped") return;
  const after = attempt.kind === "delivered"
    ? afterSuccess(endpoint)
    : afterFailure(endpoint, {
      isGone: attempt.code === GONE,
      isLast: isExhausted(feed),
      now,
    });
  if (isSameStanding(after, endpoint)) return;
  await tx.endpoints.save([after]);
  tx.events.append(disabledFacts(endpoint, after));
}
