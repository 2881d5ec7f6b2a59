import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { newApproval } from "../../approvals/new_approval.ts";
import type { Fact } from "../../events/fact.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { type Ok, ok } from "../../kernel/result.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import { askedOf } from "./asked_of.ts";
import type { ConcludedCase } from "./run_pipeline.ts";
import { saveConcluded } from "./save_concluded.ts";
import { tellConcluded } from "./tell_concluded.ts";

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
  const kept = await saveConcluded(tx, cases, now);
  const asked = await askedOf(tx, kept, settings);
  await tx.approvals.add(
    kept.flatMap(({ record }) => {
      const what = asked.get(record.id);
      return what === undefined ? [] : [
        newApproval(deps.ids.next("apr"), record, what, {
          contextAttributes: settings.contextAttributes,
          createdAt: now,
        }),
      ];
    }),
  );
  await tellConcluded(tx, kept, now);

  const written = new Set(kept.map(({ record }) => record.id));
  const stale = cases.filter((one) => !written.has(one.record.id))
    .map((one) => one.record.id);
  tx.events.append(await stillWaiting(tx, stale));
  return ok(decided(kept));
}

function decided(kept: readonly ConcludedCase[]): Decided {
  const auto =
    kept.filter(({ conclusion }) => conclusion.kind === "settled").length;
  return { auto, needs_review: kept.length - auto };
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
