import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Fail, fail } from "../../kernel/result.ts";
import { decidedByPerson } from "../../processing/conclude.ts";
import { exampleOf } from "../../processing/example_of.ts";
import { limitsOf } from "../../processing/limits.ts";
import { noteOutcomes } from "../../processing/parts/note_outcomes.ts";
import { type CompanyRecord, recordFailures } from "../../records/record.ts";
import { countOverrides } from "../../rules/parts/count_overrides.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import type { DecidedApproval } from "../decide_approval.ts";
import type { RecordBefore } from "../decision.ts";
import { taughtBefore } from "./taught_before.ts";

/** What was carried out, and the decisions that could not be, by approval. */
export interface Settled {
  readonly refused: ReadonlyMap<ApprovalId, Fail<Failure<"record.stale">>>;
  /** What takes each back, by record. */
  readonly before: ReadonlyMap<RecordId, RecordBefore>;
}

/** Carries decisions over to their records and keeps them as examples; tells how to take them back. */
export async function settleRecords(
  deps: Pick<Deps, "model">,
  tx: Pick<
    Tx,
    | "records"
    | "approvals"
    | "examples"
    | "outcomes"
    | "events"
    | "rules"
    | "ruleOverrides"
  >,
  decided: readonly DecidedApproval[],
  { records: found, settings, now }: {
    readonly records: ReadonlyMap<RecordId, CompanyRecord>;
    readonly settings: TenantSettings;
    readonly now: Instant;
  },
): Promise<Settled> {
  const limits = limitsOf(settings, deps.model.profile);
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
  const judgements = kept.map(({ recordId, because, inclusion, state }) => ({
    record: found.get(recordId)!,
    categoryId: state.categoryId,
    audit: because === "audit" ? inclusion : null,
  }));
  const taught = await taughtBefore(tx, judgements, settings);
  await noteOutcomes(tx, judgements, settings, now);
  await tx.examples.remember(
    next.filter((record) => written.has(record.id)).flatMap((record) => {
      const example = exampleOf(record, settings.contextAttributes, now);
      return example ? [example] : [];
    }),
  );
  const overrides = await countOverrides(tx, judgements, now);
  return {
    refused: new Map(
      decided.filter((one) => !written.has(one.recordId)).map((one) => [
        one.id,
        fail(recordFailures.stale({ record_id: one.recordId })),
      ]),
    ),
    before: new Map(judgements.map(({ record }) => [
      record.id,
      {
        status: record.status,
        outcome: record.outcome,
        categoryId: record.categoryId,
        source: record.source,
        confidence: record.confidence,
        conclusion: record.trace?.conclusion ?? null,
        settledCategory: record.settledByPerson.includes("category_id"),
        ...taught(record.id),
        override: overrides.get(record.id) ?? null,
      },
    ])),
  };
}
