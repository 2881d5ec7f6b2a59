import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { NoticeDeliveryId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { deliveryJobs } from "../delivery_jobs.ts";
import {
  afterFailure,
  afterSuccess,
  disabledFacts,
  type Endpoint,
  isSameStanding,
} from "../endpoint.ts";
import {
  afterAttempt,
  type Attempt,
  isDue,
  type NoticeDelivery,
} from "../notice_delivery.ts";
import { chanceOf, GONE, thrown } from "../parts/send_signed.ts";
import { attemptDelivery, type Parcel } from "./attempt_delivery.ts";

type Tried = { readonly parcel: Parcel; readonly attempt: Attempt };
type Needed = Pick<
  Deps,
  "uow" | "clock" | "ids" | "webhooks" | "mailer" | "sealer" | "publicUrl"
>;

/**
 * The job that makes one attempt of each of these deliveries. Killed before it says how they went it makes them again,
 * under the same message ids; a delivery whose attempt is noted is not due any more.
 */
export async function deliverNotices(
  deps: Needed,
  scope: Scope,
  job: {
    readonly id: string;
    readonly deliveryIds: readonly NoticeDeliveryId[];
  },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const begun = deps.clock.now();
  const parcels = await deps.uow.run(
    allowed.value,
    async (tx) => ok(await parcelsOf(tx, job.deliveryIds, begun)),
  );
  const tried = await Promise.all(parcels.value.map(async (parcel) => ({
    parcel,
    attempt: await attemptDelivery(deps, scope.tenantId, parcel).catch(thrown),
    chance: chanceOf(deps.ids.secretBytes()),
  })));
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(null);
    const still = new Map(
      (await tx.noticeDeliveries.find(job.deliveryIds))
        .map((delivery) => [delivery.id, delivery]),
    );
    // A digest that grew meanwhile, or a delivery that somebody asked for anew, is attempted anew.
    const [same, other] = split(
      tried,
      ({ parcel: { delivery } }) =>
        still.get(delivery.id)?.version === delivery.version,
    );
    const after = same.map(({ parcel, attempt, chance }) => ({
      parcel,
      attempt,
      delivery: afterAttempt(parcel.delivery, attempt, { now, chance }),
    }));
    await tx.noticeDeliveries.save(after.map(({ delivery }) => delivery));
    await keepEndpoints(tx, after, now);
    await tx.jobs.later(deliveryJobs(scope, [
      ...after.map(({ delivery }) => ({
        ...delivery,
        version: delivery.version + 1,
      })),
      ...other.map(({ parcel }) => still.get(parcel.delivery.id)!),
    ]));
    return ok(null);
  });
}

async function parcelsOf(
  tx: Tx,
  ids: readonly NoticeDeliveryId[],
  now: Instant,
): Promise<readonly Parcel[]> {
  const due = (await tx.noticeDeliveries.find(ids))
    .filter((delivery) => isDue(delivery, now));
  if (due.length === 0) return [];
  const notices = await tx.notices.find([
    ...new Set(due.flatMap(({ noticeIds }) => noticeIds)),
  ]);
  const endpoints = await tx.endpoints.find(
    due.flatMap(({ endpointId }) => endpointId ?? []),
  );
  const members = await tx.members.find(
    due.flatMap(({ memberId }) => memberId ?? []),
  );
  const preferences = await tx.noticePreferences.find(
    due.flatMap(({ memberId }) => memberId ?? []),
  );
  return due.map((delivery) => ({
    delivery,
    notices: notices.filter(({ id }) => delivery.noticeIds.includes(id))
      .toSorted((a, b) => a.id < b.id ? -1 : 1),
    endpoint: endpoints.find(({ id }) => id === delivery.endpointId) ?? null,
    member: members.find(({ id }) => id === delivery.memberId) ?? null,
    modes: preferences.find(({ id }) => id === delivery.memberId)?.modes ?? {},
  }));
}

/** Counts what endpoints answered, and disables those that are gone or fail for too long. */
async function keepEndpoints(
  tx: Tx,
  after: readonly (Tried & { readonly delivery: NoticeDelivery })[],
  now: Instant,
): Promise<void> {
  const ids = after.flatMap(({ delivery }) => delivery.endpointId ?? []);
  const before = await tx.endpoints.find([...new Set(ids)]);
  const changed = before.flatMap((endpoint) => {
    const own = after.filter(({ delivery }) =>
      delivery.endpointId === endpoint.id
    );
    const kept = own.reduce<Endpoint>((one, { attempt, delivery }) => {
      if (attempt.kind === "skipped") return one;
      return attempt.kind === "delivered" ? afterSuccess(one) : afterFailure(
        one,
        {
          isGone: attempt.code === GONE,
          isLast: delivery.status === "failed",
          now,
        },
      );
    }, endpoint);
    return isSameStanding(kept, endpoint) ? [] : [kept];
  });
  await tx.endpoints.save(changed);
  tx.events.append(
    changed.flatMap((after) =>
      disabledFacts(before.find(({ id }) => id === after.id)!, after)
    ),
  );
}

function split<T>(
  all: readonly T[],
  isOne: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [all.filter(isOne), all.filter((item) => !isOne(item))];
}
