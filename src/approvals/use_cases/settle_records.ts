import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Fail, fail } from "../../kernel/result.ts";
import { decidedByPerson } from "../../processing/conclude.ts";
import { exampleOf } from "../../processing/example_of.ts";
import { limitsOf } from "../../processing/limits.ts";
import { noteOutcomes } from "../../processing/parts/note_outcomes.ts";
import { recordFailures } from "../../records/record.ts";
import { countOverrides } from "../../rules/parts/count_overrides.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { DecidedApproval } from "../decide_approval.ts";

/** The decisions that could not be carried out, by approval. */
export interface Settled {
  readonly refused: ReadonlyMap<ApprovalId, Fail<Failure<"record.stale">>>;
}

/** Carries decisions over to their records, keeps them as examples, and tells the log. */
export async function settleRecords(
  deps: Pick<Deps, "model">,
  tx: Pick<
    Tx,
    | "records"
    | "approvals"
    | "examples"
    | "outcomes"
    | "events"
    | "tenants"
    | "rules"
    | "ruleOverrides"
  >,
  scope: Scope,
  decided: readonly DecidedApproval[],
  now: Instant,
): Promise<Settled> {
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
  const { settings } = tenant;
  const limits = limitsOf(settings, deps.model.profile);
  const found = new Map(
    (await tx.records.find(decided.map((one) => one.recordId)))
      .map((record) => [record.id, record]),
  );
  const next = decided.flatMap(({ recordId, state }) => {
    const record = found.get(recordId);
    return record
      ? [decidedByPerson(record, {
        kind: "person_decided",
        at: state.at,
        by: state.by,
        verdict: state.verdict,
        category_id: state.categoryId,
        note: state.note,
      }, limits)]
      : [];
  });
  const written = new Set(await tx.records.save(next, now));
  const kept = decided.filter((one) => written.has(one.recordId));
  await tx.approvals.save(kept);
  await noteOutcomes(
    tx,
    kept.map(({ recordId, because, inclusion, state: { categoryId } }) => ({
      record: found.get(recordId)!,
      categoryId,
      audit: because === "audit" ? inclusion : null,
    })),
    settings,
    now,
  );
  await tx.examples.remember(
    next.filter((record) => written.has(record.id)).flatMap((record) => {
      const example = exampleOf(record, settings.contextAttributes, now);
      return example ? [example] : [];
    }),
  );
  await countOverrides(
    tx,
    kept.flatMap(({ recordId, state: { categoryId } }) => {
      const record = found.get(recordId);
      return record ? [{ record, categoryId }] : [];
    }),
    now,
  );
  tx.events.append(kept.map(factOf));
  return {
    refused: new Map(
      decided.filter((one) => !written.has(one.recordId)).map((one) => [
        one.id,
        fail(recordFailures.stale({ record_id: one.recordId })),
      ]),
    ),
  };
}

function factOf({ id, recordId, suggestion, state }: DecidedApproval): Fact {
  const ids = { record_id: recordId, approval_id: id };
  const { categoryId } = state;
  if (state.verdict === "reject" || categoryId === null) {
    return { type: "TX_REJECTED", payload: ids };
  }
  if (state.verdict === "override" && categoryId !== suggestion) {
    return {
      type: "TX_OVERRIDDEN",
      payload: {
        ...ids,
        before: { category_id: suggestion },
        after: { category_id: categoryId },
      },
    };
  }
  return { type: "TX_APPROVED", payload: { ...ids, category_id: categoryId } };
}
