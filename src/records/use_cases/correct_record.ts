import type { Deps } from "../../../ports/deps.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { approvalFailures } from "../../approvals/approval.ts";
import { decidedByPerson } from "../../processing/conclude.ts";
import { exampleOf } from "../../processing/example_of.ts";
import { limitsOf } from "../../processing/limits.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { correctedContent, type Correction } from "../correction.ts";
import { type CompanyRecord, recordFailures } from "../record.ts";

export interface CorrectRecord {
  readonly correction: Correction;
  /** The version that the person saw; null: whichever is there. */
  readonly seenVersion: number | null;
}

/**
 * Writes what a person says of a record; no machine changes those fields again. A category given settles
 * the record, withdraws its waiting approval and teaches like an approval's override.
 */
export async function correctRecord(
  deps: Pick<Deps, "uow" | "clock" | "model">,
  scope: Scope,
  id: RecordId,
  { correction, seenVersion }: CorrectRecord,
): Promise<
  Result<
    CompanyRecord,
    | AccessDenied
    | Failure<"record.missing" | "record.stale" | "approval.unknown_category">
  >
> {
  const allowed = permit(scope, "records.correct");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
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
    if (categoryId !== null) {
      await tx.approvals.save(waiting.map((approval) => ({
        ...approval,
        state: { kind: "withdrawn", at: now },
      })));
    }
    const example = exampleOf(next, settings.contextAttributes, now);
    if (example) await tx.examples.remember([example]);
    const overridden = categoryId !== null && categoryId !== record.categoryId;
    tx.events.append([
      {
        type: "RECORD_UPDATED",
        payload: {
          record_id: id,
          before: {
            ...content.before,
            ...overridden && { category_id: record.categoryId },
          },
          after: {
            ...content.after,
            ...overridden && { category_id: categoryId },
          },
        },
      },
      ...overridden
        ? [
          {
            type: "TX_OVERRIDDEN",
            payload: {
              record_id: id,
              approval_id: null,
              before: { category_id: record.categoryId },
              after: { category_id: categoryId },
            },
          } as const,
        ]
        : [],
    ]);
    return ok({ ...next, version: record.version + 1 });
  });
}
