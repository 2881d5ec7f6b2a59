import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Approval } from "../../approvals/approval.ts";
import { disguiseOf, DOUBTS_KEPT } from "../../approvals/audit_disguise.ts";
import { mayRenew, renewedApproval } from "../../approvals/renewed_approval.ts";
import type { ApprovalId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { isErased } from "../../records/erased.ts";
import type { CompanyRecord } from "../../records/record.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import { answeredInUse } from "../model_in_use.ts";
import { mayRefresh, newSteps, refreshTarget } from "../refreshed_case.ts";
import { askedOf } from "./asked_of.ts";
import { decideAnew } from "./decide_anew.ts";
import { frameNow } from "./frame_now.ts";
import type { ConcludedCase, Frame } from "./run_pipeline.ts";
import { saveConcluded } from "./save_concluded.ts";
import { tellConcluded } from "./tell_concluded.ts";

/** What waits, with its records. */
interface Batch {
  readonly approvals: ReadonlyMap<RecordId, Approval>;
  readonly records: readonly CompanyRecord[];
  /** Where the next one begins; null: this is the last. */
  readonly next: ApprovalId | null;
}

/** What waits is decided anew so many at a time. */
const BATCH = 500;

/**
 * The job that decides anew what waits for people, now that more was learned: what is sure enough now is settled and
 * waits no longer, the rest is asked as it would be asked today. Left as it is: what somebody is at or has judged, and
 * what comes to the same. No model is asked.
 */
export async function refreshReviews(
  deps: Pick<
    Deps,
    "uow" | "clock" | "embedder" | "otherEmbedders" | "model"
  >,
  scope: Scope,
  job: {
    readonly id: string;
    readonly version: number;
    readonly after: ApprovalId | null;
  },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { frame, settings } = await frameNow(
    deps,
    allowed.value,
    refreshTarget,
  );
  // A later version has a job of its own, from the first item on.
  const batch = frame.learned?.version === job.version
    ? await readBatch(deps, allowed.value, job.after)
    : null;
  const changed = batch === null
    ? []
    : await otherwise(deps, allowed.value, batch, frame, settings);
  return await deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id) || batch === null) return ok(null);
    const written = await write(tx, batch, changed, {
      settings,
      now: deps.clock.now(),
    });
    tx.events.append([{
      type: "REVIEWS_REFRESHED",
      payload: { version: job.version, ...written, next_after: batch.next },
    }]);
    return ok(null);
  });
}

async function readBatch(
  deps: Pick<Deps, "uow" | "clock">,
  permit: Permit,
  cursor: ApprovalId | null,
): Promise<Batch> {
  const now = deps.clock.now();
  const { value } = await deps.uow.run(permit, async (tx) => {
    const page = await tx.approvals.list("waiting", { limit: BATCH, cursor });
    const free = page.data.filter((one) => mayRenew(one, now));
    const records = await tx.records.find(free.map((one) => one.recordId));
    return ok({
      approvals: new Map(free.map((one) => [one.recordId, one])),
      records: records.filter((record) => !isErased(record)),
      next: page.nextCursor as ApprovalId | null,
    });
  });
  return value;
}

/** What is concluded otherwise now, as far as it matters. Audits are concluded already. */
async function otherwise(
  deps: Pick<Deps, "uow" | "clock" | "embedder" | "otherEmbedders" | "model">,
  permit: Permit,
  { approvals, records }: Batch,
  frame: Frame,
  { contextAttributes }: TenantSettings,
): Promise<readonly ConcludedCase[]> {
  const open = records.filter((record) =>
    approvals.get(record.id)?.because !== "audit" && mayRefresh(record)
  );
  const cases = await decideAnew(deps, permit, open, frame);
  return cases.filter(({ record, conclusion, steps }) => {
    if (conclusion.kind === "settled") {
      // What is promised of a model holds for the one in use.
      return conclusion.source !== "model" ||
        answeredInUse(steps, frame.model, deps.model.profile);
    }
    if (conclusion.kind !== "needs_review") return false;
    const asked = {
      suggestion: conclusion.suggestion,
      because: conclusion.because,
      confidence: conclusion.confidence,
      inclusion: 1,
      shownAs: null,
    };
    const approval = approvals.get(record.id)!;
    return renewedApproval(approval, record, asked, contextAttributes) !== null;
  });
}

/** Writes what nobody changed meanwhile; answers how many records. */
async function write(
  tx: Pick<Tx, "categories" | "records" | "approvals" | "rules" | "events">,
  { approvals, records }: Batch,
  changed: readonly ConcludedCase[],
  { settings, now }: {
    readonly settings: TenantSettings;
    readonly now: Instant;
  },
): Promise<{ readonly settled: number; readonly renewed: number }> {
  const free = new Map(
    (await tx.approvals.find([...approvals.values()].map(({ id }) => id)))
      .filter((one) => one.version === approvals.get(one.recordId)?.version)
      .map((one) => [one.recordId, one]),
  );
  const kept = await saveConcluded(
    tx,
    changed.filter(({ record }) => free.has(record.id)),
    now,
  );
  const asked = await askedOf(tx, kept, settings);
  await tx.approvals.save(kept.map(({ record }): Approval => {
    const approval = free.get(record.id)!;
    const what = asked.get(record.id);
    if (what === undefined) {
      return {
        ...approval,
        lease: null,
        state: { kind: "withdrawn", at: now },
      };
    }
    // Also an audit: under another id it would show that its record is settled.
    const { contextAttributes } = settings;
    return renewedApproval(approval, record, what, contextAttributes) ??
      approval;
  }));
  await tx.approvals.save(await audits(tx, records, free, settings));
  const settled = kept
    .filter(({ conclusion }) => conclusion.kind === "settled");
  const before = new Map(records.map((record) => [record.id, record]));
  await tellConcluded(
    tx,
    settled.map((one) => ({
      ...one,
      steps: newSteps(one.steps, before.get(one.record.id)!),
    })),
    now,
  );
  return { settled: settled.length, renewed: kept.length - settled.length };
}

/** Audits whose looks have to move as those of the others do, since an item that never changes would tell. */
async function audits(
  tx: Pick<Tx, "approvals">,
  records: readonly CompanyRecord[],
  free: ReadonlyMap<RecordId, Approval>,
  { contextAttributes }: TenantSettings,
): Promise<readonly Approval[]> {
  const audited = records.flatMap((record) => {
    const approval = free.get(record.id);
    const conclusion = record.trace?.conclusion;
    return approval?.because === "audit" && conclusion?.kind === "settled"
      ? [{ approval, record, conclusion }]
      : [];
  });
  if (audited.length === 0) return [];
  const doubts = await tx.approvals.latestDoubts(DOUBTS_KEPT);
  return audited.flatMap(({ approval, record, conclusion }) => {
    const shownAs = disguiseOf(record.id, conclusion, doubts);
    const { suggestion, because, confidence, inclusion } = approval;
    const asked = { suggestion, because, confidence, inclusion, shownAs };
    return renewedApproval(approval, record, asked, contextAttributes) ?? [];
  });
}
