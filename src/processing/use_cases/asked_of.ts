import type { Tx } from "../../../ports/unit_of_work.ts";
import { disguiseOf, DOUBTS_KEPT } from "../../approvals/audit_disguise.ts";
import type { Asked } from "../../approvals/new_approval.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import {
  AUDITED_BATCH,
  type AuditSample,
  auditSample,
} from "../audit_sample.ts";
import type { ConcludedCase } from "./run_pipeline.ts";

/** What people are asked of what was concluded: all that is not settled, and a random part of what is. */
export async function askedOf(
  tx: Pick<Tx, "approvals">,
  kept: readonly ConcludedCase[],
  settings: Pick<TenantSettings, "auditRate">,
): Promise<ReadonlyMap<RecordId, Asked>> {
  const audits = await chooseAudits(tx, kept, settings);
  const doubts = audits.recordIds.size > 0
    ? await tx.approvals.latestDoubts(DOUBTS_KEPT)
    : [];
  return new Map(
    kept.flatMap((one) => {
      const asked = askedAbout(one, audits, doubts);
      return asked === null ? [] : [[one.record.id, asked]];
    }),
  );
}

/** A random part of what was settled; of a tenant that was never asked before, one at least. */
async function chooseAudits(
  tx: Pick<Tx, "approvals">,
  kept: readonly ConcludedCase[],
  { auditRate }: Pick<TenantSettings, "auditRate">,
): Promise<AuditSample> {
  const settled = kept.filter(({ conclusion }) => conclusion.kind === "settled")
    .map(({ record }) => record.id);
  const mayBeFirst = auditRate > 0 && settled.length > 0 &&
    settled.length < AUDITED_BATCH;
  const isFirst = mayBeFirst && !await tx.approvals.everAudited();
  return auditSample(settled, auditRate, isFirst);
}

/** What a person is asked of a record; null: nothing. */
function askedAbout(
  { record, conclusion }: ConcludedCase,
  audits: AuditSample,
  doubts: readonly number[],
): Asked | null {
  if (conclusion.kind === "needs_review") {
    const { suggestion, because, confidence } = conclusion;
    return { suggestion, because, confidence, inclusion: 1, shownAs: null };
  }
  if (conclusion.kind !== "settled" || !audits.recordIds.has(record.id)) {
    return null;
  }
  return {
    suggestion: conclusion.category_id,
    because: "audit",
    confidence: conclusion.confidence,
    inclusion: audits.inclusion,
    shownAs: disguiseOf(record.id, conclusion, doubts),
  };
}
