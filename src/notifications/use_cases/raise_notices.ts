import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { addressNotices } from "../address_notices.ts";
import { deliveryJobs } from "../delivery_jobs.ts";
import { type Incident, incidentOf, NOTICE_EVENTS } from "../incident.ts";
import { type Notice } from "../notice.ts";
import { openNotices, placesOf } from "../open_notices.ts";
import { settingsOf } from "../notification_settings.ts";

const HOUR_MS = 3_600_000;

/** The job that makes notices, and their deliveries, of events. Done once, however often it is delivered. */
export async function raiseNotices(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "mailer">,
  scope: Scope,
  job: { readonly id: string; readonly seqs: readonly number[] },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(null);
    const incidents = await incidentsAt(tx, job.seqs);
    if (incidents.length === 0) return ok(null);
    const { opened, changed } = openNotices(
      incidents,
      await tx.notices.latest(placesOf(incidents)),
      () => deps.ids.next("ntc"),
    );
    await tx.notices.add(opened);
    await tx.notices.save(changed);
    if (opened.length > 0) await address(deps, tx, scope, opened);
    return ok(null);
  });
}

/** What happened, by the numbers of its events. One whose content was erased is no more than that. */
async function incidentsAt(
  tx: Pick<Tx, "events">,
  seqs: readonly number[],
): Promise<readonly Incident[]> {
  // Of one unit, ascending: from the first to the last few others stand between them.
  const asked = new Set(seqs);
  const [first, last] = [seqs[0]!, seqs.at(-1)!];
  const events = await tx.events.after(first - 1, last - first + 1, {
    types: NOTICE_EVENTS,
  });
  return events
    .filter(({ seq, payload }) => asked.has(seq) && !("erased" in payload))
    .flatMap(({ type, payload, occurredAt }) =>
      incidentOf({ type, payload } as Fact, occurredAt) ?? []
    );
}

async function address(
  deps: Pick<Deps, "clock" | "ids" | "mailer">,
  tx: Pick<
    Tx,
    | "endpoints"
    | "members"
    | "noticePreferences"
    | "noticeDeliveries"
    | "notificationSettings"
    | "jobs"
  >,
  scope: Scope,
  opened: readonly Notice[],
): Promise<void> {
  const now = deps.clock.now();
  const mails = deps.mailer !== null;
  const [settings] = await tx.notificationSettings.find([scope.tenantId]);
  const { added, changed } = addressNotices(opened, {
    endpoints: await tx.endpoints.all(),
    members: mails ? await tx.members.all() : [],
    preferences: mails ? await tx.noticePreferences.all() : [],
    mailedLately: mails ? await mailedLately(tx, now) : new Map(),
    digests: mails ? await tx.noticeDeliveries.digestsAfter(now) : [],
    digestHour: settingsOf(scope.tenantId, settings).digestHour,
  }, { now, newId: () => deps.ids.next("ntd") });
  await tx.noticeDeliveries.add(added);
  await tx.noticeDeliveries.save(changed);
  await tx.jobs.later(deliveryJobs(scope, added));
}

function mailedLately(tx: Pick<Tx, "noticeDeliveries">, now: Instant) {
  return tx.noticeDeliveries.mailedSince(plusMs(now, -HOUR_MS));
}
