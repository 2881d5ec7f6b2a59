import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Approval } from "../../approvals/approval.ts";
import { newApproval } from "../../approvals/new_approval.ts";
import { withdrawn } from "../../approvals/withdrawn.ts";
import type { ApprovalId, RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { exampleOf } from "../../processing/example_of.ts";
import { limitsOf } from "../../processing/limits.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import { carryOut } from "../history/carry_out.ts";
import { type RecordDiff, type RulePlan, valuesOf } from "../history/plan.ts";
import { rulesTried } from "../history/plan_record.ts";
import type { RuleRun } from "../history/run.ts";
import { chunkFailures, type Raced } from "./in_chunks.ts";

/** A record and the plan that was made from it. */
export interface Planned {
  readonly record: CompanyRecord;
  readonly plan: RulePlan;
}

type Stores = Pick<
  Tx,
  "records" | "approvals" | "examples" | "events" | "ruleDiffs"
>;

/**
 * The one place where plans are written: the records, what waits for a person because of them or no longer has to, what
 * they teach, how to take it all back, and the facts.
 */
export async function carryOutPlans(
  deps: Pick<Deps, "clock" | "ids" | "model">,
  tx: Stores,
  run: RuleRun,
  planned: readonly Planned[],
  settings: TenantSettings,
): Promise<Result<null, Raced>> {
  const at = deps.clock.now();
  const limits = limitsOf(settings, deps.model.profile);
  const execution = {
    at,
    runId: run.id,
    rulesetVersion: run.rulesetVersion,
    limits,
  };
  const next = planned.map(({ record, plan }) =>
    carryOut(record, plan, execution)
  );
  const decided = planned.filter(({ plan }) => plan.becomes !== "kept");
  const waiting = new Map(
    (await tx.approvals.waitingFor(decided.map(({ record }) => record.id)))
      .map((approval) => [approval.recordId, approval]),
  );
  const written = await tx.records.save(next, at);
  if (written.length < next.length) return fail(chunkFailures.raced());

  const asks = (id: RecordId) =>
    (waiting.get(id)?.because ?? "audit") === "audit";
  const asked = next.filter((record, i) =>
    planned[i]!.plan.becomes === "review" && asks(record.id)
  ).map((record) => approvalOf(deps, record, settings.contextAttributes, at));
  // What an audit asks about no longer stands either.
  const ended = decided.flatMap(({ record, plan }) =>
    plan.becomes === "settled" || asks(record.id)
      ? waiting.get(record.id) ?? []
      : []
  );
  await tx.approvals.save(ended.map((one) => withdrawn(one, at)));
  await tx.approvals.add(asked);
  await tx.examples.remember(next.flatMap((record) => {
    const decidedAt = record.trace?.steps
      .findLast((step) => step.kind === "person_decided")?.at ?? at;
    const example = exampleOf(record, settings.contextAttributes, decidedAt);
    return example ? [example] : [];
  }));
  const endedOf = new Map(ended.map((one) => [one.recordId, one.id]));
  const askedOf = new Map(asked.map((one) => [one.recordId, one.id]));
  await tx.ruleDiffs.put(
    run.id,
    planned.map((one) =>
      diffOf(one, endedOf.get(one.record.id), askedOf.get(one.record.id))
    ),
  );
  tx.events.append(planned.map(({ record, plan }) => ({
    type: "RECORD_UPDATED",
    payload: {
      record_id: record.id,
      run_id: run.id,
      before: valuesOf(plan.changes, "before"),
      after: valuesOf(plan.changes, "after"),
    },
  })));
  return ok(null);
}

function diffOf(
  { record, plan }: Planned,
  ended: ApprovalId | undefined,
  asked: ApprovalId | undefined,
): RecordDiff {
  const { status, outcome, categoryId, source, confidence, trace } = record;
  const decision = { status, outcome, categoryId, source, confidence, trace };
  return {
    recordId: record.id,
    recordVersion: record.version + 1,
    becomes: plan.becomes,
    changes: plan.changes,
    undo: {
      decision: plan.becomes === "kept" ? null : decision,
      step: rulesTried(record) ?? null,
      approval_id: asked ?? ended ?? null,
      ...asked && ended && { audit_id: ended },
      outcome: null,
    },
  };
}

/** What a person must decide of a record that waits for one. */
export function approvalOf(
  deps: Pick<Deps, "ids">,
  record: CompanyRecord,
  contextAttributes: readonly string[],
  createdAt: Approval["createdAt"],
): Approval {
  const { id, trace } = record;
  const conclusion = trace?.conclusion;
  if (conclusion?.kind !== "needs_review") {
    throw new Error(`${id} does not wait for a person`);
  }
  const { suggestion, because, confidence } = conclusion;
  return newApproval(
    deps.ids.next("apr"),
    record,
    { suggestion, because, confidence, inclusion: 1, shownAs: null },
    { contextAttributes, createdAt },
  );
}
