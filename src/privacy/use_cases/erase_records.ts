import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { withdrawn } from "../../approvals/withdrawn.ts";
import { rangesOf } from "../../events/erasure.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { toldSchedule } from "../../reports/told_schedule.ts";
import { scheduleWithoutCounterparty } from "../../reports/without_counterparty.ts";
import { takenOut } from "../../receipts/taken_out.ts";
import { cuesOf } from "../../processing/cues.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { counterpartiesOf } from "../counterparties_of.ts";
import {
  EVENTS_PER_UNIT,
  EVENTS_WITH_EXTERNAL_IDS,
  EVENTS_WITH_RECORD_TEXTS,
} from "../erasure.ts";

type Job = {
  readonly id: string;
  readonly recordIds: readonly RecordId[];
  readonly externalIds: boolean;
};

/**
 * The job that takes the texts of records out of everything that is kept of them. Each unit erases what it finds, so that
 * another delivery goes on from there, and the last one settles the job.
 */
export async function eraseRecords(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  job: Job,
  eventsPerUnit = EVENTS_PER_UNIT,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  for (;;) {
    const { value: ended } = await deps.uow.run(
      allowed.value,
      async (tx) =>
        ok(
          await eraseSome(tx, scope, job, {
            limit: eventsPerUnit,
            now: deps.clock.now(),
          }),
        ),
    );
    if (ended) return ok(null);
  }
}

/** Erases rows, and as many events as go into one unit; true once none is left. */
async function eraseSome(
  tx: Tx,
  scope: Scope,
  { id, recordIds, externalIds }: Job,
  { limit, now }: { readonly limit: number; readonly now: Instant },
): Promise<boolean> {
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
  const records = await tx.records.find(recordIds);
  const textKeys = records.map((record) =>
    cuesOf(record, tenant.settings.contextAttributes).textKey
  );
  // Nobody can decide what says nothing.
  const waiting = await tx.approvals.waitingFor(recordIds);
  await tx.approvals.save(waiting.map((one) => withdrawn(one, now)));
  await eraseReceipts(tx, recordIds, now);
  const { rows, deadLetterIds } = await tx.personalData.eraseRecords({
    recordIds,
    textKeys,
    externalIds,
  });
  await eraseSchedules(tx, counterpartiesOf(records));
  const seqs = await tx.personalData.eventsAbout({
    types: [
      ...EVENTS_WITH_RECORD_TEXTS,
      ...externalIds ? EVENTS_WITH_EXTERNAL_IDS : [],
    ],
    recordIds,
    deadLetterIds,
  }, limit);
  tx.events.erase(seqs);
  const ended = seqs.length < limit;
  const settled = ended && await tx.jobs.settle(id);
  // Another delivery of the job may have done it all.
  if (seqs.length > 0 || settled) {
    tx.events.append([{
      type: "PERSONAL_DATA_ERASED",
      payload: {
        subject_id: scope.tenantId,
        reason: "records",
        seqs: rangesOf(seqs),
        record_ids: records.map((record) => record.id),
        external_ids: externalIds,
        rows,
      },
    }]);
  }
  return ended;
}

/** Takes the counterparties that no record has any more out of schedules of reports, which rest from then on. */
async function eraseSchedules(
  tx: Pick<Tx, "reportSchedules" | "reportFigures" | "personalData" | "events">,
  erased: readonly string[],
): Promise<void> {
  if (erased.length === 0) return;
  const all = await tx.reportSchedules.all();
  const named = all.filter(({ terms: { filters } }) =>
    filters.counterparty !== undefined && erased.includes(filters.counterparty)
  );
  if (named.length === 0) return;
  const left = await tx.reportFigures.counterpartiesAmong(erased);
  const gone = named.filter(({ terms: { filters } }) =>
    !left.includes(filters.counterparty!)
  ).map((before) => ({ before, after: scheduleWithoutCounterparty(before) }));
  await tx.reportSchedules.save(gone.map(({ after }) => after));
  await tx.personalData.forgetAnswers(gone.map(({ after }) => after.id));
  tx.events.append(
    gone.filter(({ before }) => before.removedAt === null)
      .map(({ before, after }) => ({
        type: "REPORT_SCHEDULE_UPDATED",
        payload: {
          schedule_id: after.id,
          run: after.run,
          due_at: null,
          before: toldSchedule(before),
          after: toldSchedule(after),
        },
      })),
  );
}

/** Receipts at a time. */
const RECEIPTS_MAX = 500;

/** Takes receipts of these records alone out, and these records off the others. */
async function eraseReceipts(
  tx: Tx,
  recordIds: readonly RecordId[],
  now: Instant,
): Promise<void> {
  const erased = new Set(recordIds);
  for (;;) {
    // What was found is found no more once it was saved.
    const { data } = await tx.receipts.list(
      { recordIds },
      { limit: RECEIPTS_MAX, cursor: null },
    );
    if (data.length === 0) return;
    const rest = data.map((one) => ({
      ...one,
      recordIds: one.recordIds.filter((id) => !erased.has(id)),
    }));
    const { receipts, facts } = takenOut(
      rest.filter((one) => one.recordIds.length === 0),
      now,
    );
    await tx.receipts.save([
      ...receipts,
      ...rest.filter((one) => one.recordIds.length > 0),
    ]);
    await tx.personalData.forgetAnswers(data.map(({ id }) => id));
    tx.events.append(facts);
  }
}
