import type { Deps } from "../../../ports/deps.ts";
import type { Approval } from "../../approvals/approval.ts";
import {
  doubtOf,
  isOtherStake,
  stakeOf,
} from "../../approvals/review_order.ts";
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
import type { Conclusion } from "../trace.ts";
import { decideAnew } from "./decide_anew.ts";
import { frameNow } from "./frame_now.ts";
import type { Frame } from "./run_pipeline.ts";

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
 * The job that asks of what waits how unsure it is now that more was learned, and moves it in the order by that. What is
 * shown of an item, and its record, stay as they were: what is learned of an item after the answers of others is no
 * evidence of how right records are decided when they arrive (docs/learning.md). No model is asked.
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
  const { frame } = await frameNow(deps, allowed.value);
  // A later version has a job of its own, from the first item on.
  const batch = frame.learned?.version === job.version
    ? await readBatch(deps, allowed.value, job.after)
    : null;
  const stakes = batch === null
    ? new Map<ApprovalId, number>()
    : await stakesNow(deps, allowed.value, batch, frame);
  return await deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id) || batch === null) return ok(null);
    const now = deps.clock.now();
    const moved = (await tx.approvals.find([...stakes.keys()]))
      .filter((one) => mayMove(one, now))
      .map((one) => ({ ...one, stake: stakes.get(one.id)! }));
    await tx.approvals.save(moved);
    tx.events.append([{
      type: "REVIEWS_REFRESHED",
      payload: {
        version: job.version,
        moved: moved.length,
        next_after: batch.next,
      },
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
    const free = page.data.filter((one) => mayMove(one, now));
    const records = await tx.records.find(free.map((one) => one.recordId));
    return ok({
      approvals: new Map(free.map((one) => [one.recordId, one])),
      records: records.filter((record) => !isErased(record)),
      next: page.nextCursor as ApprovalId | null,
    });
  });
  return value;
}

/** Nobody is at it, and it is no audit: how sure an audit was is what it must not tell. */
function mayMove({ state, lease, because }: Approval, now: Instant): boolean {
  return state.kind === "waiting" && because !== "audit" &&
    (lease === null || lease.until <= now);
}

/** The stakes that are others now. */
async function stakesNow(
  deps: Pick<Deps, "uow" | "clock" | "embedder" | "otherEmbedders">,
  permit: Permit,
  { approvals, records }: Batch,
  frame: Frame,
): Promise<ReadonlyMap<ApprovalId, number>> {
  const cases = await decideAnew(deps, permit, records, frame);
  return new Map(cases.flatMap(({ record, conclusion }) => {
    const { id, stake } = approvals.get(record.id)!;
    const doubt = doubtIn(conclusion);
    const now = doubt === null ? stake : stakeOf(doubt, record.amount);
    return isOtherStake(stake, now) ? [[id, now]] : [];
  }));
}

/** How unsure a conclusion is; null where it names no category. */
function doubtIn(conclusion: Conclusion): number | null {
  if (conclusion.kind === "needs_review") return doubtOf(conclusion);
  return conclusion.kind === "settled" ? 1 - conclusion.confidence : null;
}
