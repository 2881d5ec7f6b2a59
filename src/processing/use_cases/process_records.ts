import type { Deps } from "../../../ports/deps.ts";
import { entitlementOf } from "../../billing/entitlement.ts";
import { modelAllowed } from "../../billing/model_allowance.ts";
import {
  readStanding,
  type StandingDeps,
} from "../../billing/parts/read_standing.ts";
import { type Job, RECORDS_PER_JOB_MAX } from "../../events/job.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type ModelTally, tallyModels } from "../model/model_tally.ts";
import { concludeCases, type Decided } from "./conclude_cases.ts";
import { frameOf } from "./frame_of.ts";
import { type PipelineDeps, runPipeline } from "./run_pipeline.ts";

/** A job as small as this takes others along that wait: most of what a job costs does not depend on how many records it has. */
const SMALL = 50;

/** What one job did. */
export interface Processed extends Decided {
  /** Other jobs of the tenant that were done along with it. */
  readonly along: readonly Job[];
  /** What came of putting records to a model, also of those that another delivery of the job decided. */
  readonly model: readonly ModelTally[];
}

/**
 * The job that decides a batch of one tenant's records: what they need is read in sets, decided by the
 * pure pipeline, and written in one unit that also settles the job, so that it has its effect just once. A small job
 * takes others along that wait, unless it is to be done `alone`: a job that failed is, so that none suffers from another.
 * What was decided by another delivery of the job, or changed by a person meanwhile, is not counted.
 */
export async function processRecords(
  deps: Pick<Deps, PipelineDeps> & StandingDeps,
  scope: Scope,
  job: {
    readonly id: string;
    readonly recordIds: readonly RecordId[];
    readonly alone: boolean;
  },
): Promise<Result<Processed, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const frame = await readFrame(deps, allowed.value, job);
  try {
    const decided = await decideAll(deps, allowed.value, job.id, frame);
    return ok({ ...decided, along: frame.along });
  } catch (error) {
    // What was taken along goes its own way; where not even that can be written, it does after the relay's lease.
    await Promise.allSettled([release(deps, allowed.value, frame.along)]);
    throw error;
  }
}

/** Reads what the job's records are decided by, and those of other jobs taken along. */
async function readFrame(
  deps: Pick<Deps, "uow"> & StandingDeps,
  permit: Permit,
  own: {
    readonly id: string;
    readonly recordIds: readonly RecordId[];
    readonly alone: boolean;
  },
) {
  const now = deps.clock.now();
  const room = RECORDS_PER_JOB_MAX - own.recordIds.length;
  const takes = !own.alone && own.recordIds.length <= SMALL;
  const { value } = await deps.uow.run(permit, async (tx) => {
    const [
      along,
      tenants,
      ruleSet,
      categories,
      learned,
      trust,
      standing,
    ] = await Promise.all([
      takes ? tx.jobs.takeAlong(room, now) : [],
      tx.tenants.find([permit.tenantId]),
      tx.rules.current(),
      tx.categories.all(),
      tx.learning.current(),
      tx.outcomes.trust(),
      readStanding(deps, tx),
    ]);
    const [tenant] = tenants;
    if (!tenant) throw new Error(`tenant ${permit.tenantId} has no row`);
    const jobs = [...along.map(recordsOfJob), own];
    const jobOf = new Map(
      jobs.flatMap(({ id, recordIds }) =>
        recordIds.map((recordId) => [recordId, id] as const)
      ),
    );
    const records = await tx.records.find([...jobOf.keys()]);
    return ok({
      along,
      jobOf,
      records: records.filter((record) => record.status === "ingested"),
      ruleSet,
      categories,
      learned,
      trust,
      settings: {
        ...tenant.settings,
        model: modelAllowed(tenant.settings.model, entitlementOf(standing)),
      },
    });
  });
  return value;
}

function recordsOfJob({ id, task }: Job) {
  return { id, recordIds: "recordIds" in task ? task.recordIds : [] };
}

async function decideAll(
  deps: Pick<Deps, PipelineDeps>,
  permit: Permit,
  ownId: string,
  frame: Awaited<ReturnType<typeof readFrame>>,
) {
  const { jobOf, along, settings } = frame;
  const cases = await runPipeline(
    deps,
    permit,
    frame.records,
    frameOf(frame, deps.model.profile),
  );
  const jobs = [ownId, ...along.map(({ id }) => id)];
  const { value } = await deps.uow.run(
    permit,
    (tx) => concludeCases(deps, tx, jobs, cases, { jobOf, settings }),
  );
  return { ...value, model: tallyModels(cases.flatMap(({ steps }) => steps)) };
}

async function release(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  along: readonly Job[],
): Promise<void> {
  if (along.length === 0) return;
  await deps.uow.run(permit, async (tx) => {
    await tx.jobs.release(along.map(({ id }) => id));
    return ok(null);
  });
}
