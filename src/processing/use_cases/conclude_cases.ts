import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { disguiseOf, DOUBTS_KEPT } from "../../approvals/audit_disguise.ts";
import { type Asked, newApproval } from "../../approvals/new_approval.ts";
import type { Fact } from "../../events/fact.ts";
import type { CategoryId, RecordId, RuleId } from "../../kernel/ids.ts";
import { type Ok, ok } from "../../kernel/result.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import {
  AUDITED_BATCH,
  type AuditSample,
  auditSample,
} from "../audit_sample.ts";
import { concluded } from "../conclude.ts";
import { modelCost } from "../model/model_tally.ts";
import type { Conclusion } from "../trace.ts";
import type { ConcludedCase } from "./run_pipeline.ts";

/** How many records were decided, by what became of them. */
export interface Decided {
  readonly auto: number;
  readonly needs_review: number;
}

/**
 * Settles the jobs and writes what was concluded, of those that this did settle; counts what was written. A record that
 * someone changed meanwhile is left out, and so is one whose category was archived meanwhile: deciding may take as long
 * as a model does. Where it still waits, it is asked for again, so that none stays behind.
 */
export async function concludeCases(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Pick<
    Tx,
    "jobs" | "categories" | "records" | "approvals" | "rules" | "events"
  >,
  jobIds: readonly string[],
  all: readonly ConcludedCase[],
  { jobOf, settings }: {
    readonly jobOf: ReadonlyMap<RecordId, string>;
    readonly settings: Pick<TenantSettings, "auditRate" | "contextAttributes">;
  },
): Promise<Ok<Decided>> {
  const settled = new Set(await tx.jobs.settleAll(jobIds));
  if (settled.size === 0) return ok(decided([]));
  const cases = all.filter(({ record }) =>
    settled.has(jobOf.get(record.id) ?? "")
  );
  const now = deps.clock.now();
  const named = new Set(cases.flatMap((one) => namedBy(one.conclusion) ?? []));
  const open = await tx.categories.holdOpen([...named]);
  const current = cases.filter(({ conclusion }) => {
    const category = namedBy(conclusion);
    return category === null || open.has(category);
  });
  const written = new Set(
    await tx.records.save(
      current.map((one) =>
        concluded(one.record, one.steps, one.limits, one.conclusion)
      ),
      now,
    ),
  );
  const kept = current.filter((one) => written.has(one.record.id));
  const audits = await chooseAudits(tx, kept, settings);
  const doubts = audits.recordIds.size > 0
    ? await tx.approvals.latestDoubts(DOUBTS_KEPT)
    : [];
  await tx.approvals.add(
    kept.flatMap((one) => {
      const asked = askedOf(one, audits, doubts);
      return asked === null ? [] : [
        newApproval(deps.ids.next("apr"), one.record, asked, {
          contextAttributes: settings.contextAttributes,
          createdAt: now,
        }),
      ];
    }),
  );
  await tx.rules.countHits(hitsOf(kept), now);
  tx.events.append(kept.map(processedFact));

  const stale = cases.filter((one) => !written.has(one.record.id))
    .map((one) => one.record.id);
  tx.events.append(await stillWaiting(tx, stale));
  return ok(decided(kept));
}

/** The category that a record gets, or that a person is to be shown; null for none. */
function namedBy(conclusion: Conclusion): CategoryId | null {
  if (conclusion.kind === "settled") return conclusion.category_id;
  return conclusion.kind === "needs_review" ? conclusion.suggestion : null;
}

function decided(kept: readonly ConcludedCase[]): Decided {
  const auto =
    kept.filter(({ conclusion }) => conclusion.kind === "settled").length;
  return { auto, needs_review: kept.length - auto };
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
function askedOf(
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

function hitsOf(cases: readonly ConcludedCase[]): ReadonlyMap<RuleId, number> {
  const hits = new Map<RuleId, number>();
  for (const { steps } of cases) {
    for (const step of steps) {
      if (step.kind !== "rules_tried") continue;
      for (const { rule_id } of step.hits) {
        hits.set(rule_id, (hits.get(rule_id) ?? 0) + 1);
      }
    }
  }
  return hits;
}

function processedFact({ record, steps, conclusion }: ConcludedCase): Fact {
  const settled = conclusion.kind === "settled" ? conclusion : null;
  const model = modelCost(steps);
  return {
    type: "PROCESSED",
    payload: {
      record_id: record.id,
      outcome: settled ? "auto" : "needs_review",
      category_id: settled?.category_id ?? null,
      source: settled?.source ?? null,
      confidence: conclusion.kind === "rejected" ? 0 : conclusion.confidence,
      ...model && { model },
    },
  };
}

async function stillWaiting(
  tx: Pick<Tx, "records">,
  ids: readonly RecordId[],
): Promise<readonly Fact[]> {
  if (ids.length === 0) return [];
  const records = await tx.records.find(ids);
  return records.filter((record) => record.status === "ingested").map((
    record,
  ) => ({
    type: "REPROCESS_REQUESTED",
    payload: { record_id: record.id },
  }));
}
