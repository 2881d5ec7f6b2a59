import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Fact } from "../../events/fact.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { approvalFailures } from "../../approvals/approval.ts";
import { mayCorrectAlone } from "../../approvals/four_eyes.ts";
import { aboutRecord } from "../../approvals/new_approval.ts";
import { withdrawn } from "../../approvals/withdrawn.ts";
import { decidedByPerson } from "../../processing/conclude.ts";
import { exampleOf } from "../../processing/example_of.ts";
import { limitsOf } from "../../processing/limits.ts";
import { noteOutcomes } from "../../processing/parts/note_outcomes.ts";
import { countOverrides } from "../../rules/parts/count_overrides.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import {
  type CorrectedContent,
  correctedContent,
  type Correction,
} from "../correction.ts";
import { type CompanyRecord, recordFailures } from "../record.ts";

export interface CorrectRecord {
  readonly correction: Correction;
  /** The version that the person saw; null: whichever is there. */
  readonly seenVersion: number | null;
}

type Corrected = Result<
  CompanyRecord,
  Failure<
    | "record.missing"
    | "record.stale"
    | "approval.unknown_category"
    | "approval.two_needed"
  >
>;

/** How often a correction that names no version is written again over what came in between. */
const TRIES_MAX = 10;

/**
 * Writes what a person says of a record; no machine changes those fields again. A category given settles
 * the record, withdraws its waiting approval and teaches like an approval's override. Where two members decide, who could
 * not lift that limit corrects neither category nor amount alone. Without a version seen, the last writer wins.
 */
export async function correctRecord(
  deps: Pick<Deps, "uow" | "clock" | "model">,
  scope: Scope,
  id: RecordId,
  { correction, seenVersion }: CorrectRecord,
): Promise<Corrected | Result<never, AccessDenied>> {
  const allowed = permit(scope, "records.correct");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  for (let tries = 1;; tries++) {
    const result = await deps.uow.run(allowed.value, correct);
    // A failed unit is undone, so the next one starts from what stands now.
    const overtaken = seenVersion === null && !result.ok &&
      result.failure.kind === "record.stale";
    if (!overtaken || tries === TRIES_MAX) return result;
  }

  async function correct(tx: Tx): Promise<Corrected> {
    // The approval first: its lock makes a decision and a correction of one record take turns.
    const waiting = await tx.approvals.waitingFor([id]);
    const [record] = await tx.records.find([id]);
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!record) return fail(recordFailures.missing({ record_id: id }));
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    if (seenVersion !== null && seenVersion !== record.version) {
      return fail(recordFailures.stale({
        record_id: id,
        version: record.version,
      }));
    }
    const { settings } = tenant;
    const { categoryId = null } = correction;
    const open = openCategories(await tx.categories.all());
    if (categoryId !== null && !open.has(categoryId)) {
      return fail(approvalFailures.unknown_category({}, [{
        pointer: "/category_id",
        detail: "is not an open category of yours",
      }]));
    }
    const content = correctedContent(record, correction);
    const isWeighty = categoryId !== null || correction.amount !== undefined;
    const amounts = [record.amount, content.record.amount];
    if (isWeighty && !mayCorrectAlone(scope, amounts, settings.fourEyesAbove)) {
      return fail(approvalFailures.two_needed({ record_id: id }));
    }
    const next = categoryId === null
      ? content.record
      : decidedByPerson(content.record, {
        kind: "person_decided",
        at: now,
        by: actorId(scope),
        verdict: "override",
        category_id: categoryId,
        note: null,
      }, limitsOf(settings, deps.model.profile));
    const written = await tx.records.save([next], now);
    if (written.length === 0) {
      return fail(recordFailures.stale({ record_id: id }));
    }
    // What waits is sorted by what it is about.
    if (categoryId === null) {
      await tx.approvals.save(
        waiting.map((approval) =>
          aboutRecord(approval, next, settings.contextAttributes)
        ),
      );
    } else {
      await tx.approvals.save(waiting.map((one) => withdrawn(one, now)));
      // Whom chance had chosen counts for others like it; whatever else is corrected was looked for.
      const audit = waiting.find(({ because }) => because === "audit");
      await noteOutcomes(
        tx,
        [{ record, categoryId, audit: audit?.inclusion ?? null }],
        settings,
        now,
      );
    }
    await countOverrides(tx, [{ record, categoryId }], now);
    const example = exampleOf(next, settings.contextAttributes, now);
    if (example) await tx.examples.remember([example]);
    tx.events.append(factsOf(record, content, categoryId));
    return ok({ ...next, version: record.version + 1 });
  }
}

/** What the log tells: changed fields, and whether the person said another category or the same. */
function factsOf(
  { id, categoryId: before }: CompanyRecord,
  content: CorrectedContent,
  after: CategoryId | null,
): readonly Fact[] {
  const overridden = after !== null && after !== before;
  const updated = overridden || Object.keys(content.after).length > 0;
  const update: Fact = {
    type: "RECORD_UPDATED",
    payload: {
      record_id: id,
      before: { ...content.before, ...overridden && { category_id: before } },
      after: { ...content.after, ...overridden && { category_id: after } },
    },
  };
  return [...updated ? [update] : [], ...verdictOn(id, before, after)];
}

function verdictOn(
  id: RecordId,
  before: CategoryId | null,
  after: CategoryId | null,
): readonly Fact[] {
  if (after === null) return [];
  const ids = { record_id: id, approval_id: null };
  if (after === before) {
    return [{ type: "TX_APPROVED", payload: { ...ids, category_id: after } }];
  }
  return [{
    type: "TX_OVERRIDDEN",
    payload: {
      ...ids,
      before: { category_id: before },
      after: { category_id: after },
    },
  }];
}
