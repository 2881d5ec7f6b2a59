import assert from "node:assert/strict";
import type { Approval } from "../../src/approvals/approval.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Job } from "../../src/events/job.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import { watched } from "./outside_tx.ts";
import { take } from "./take.ts";
import { incoming, openTrial, value } from "./trial.ts";
import { twice } from "./twice.ts";

export const TEXTS = ["oak boards", "copy paper", "diesel"];
export const NOVEL = "quillback hosting";

export type Trial = Awaited<ReturnType<typeof openTrial>>;

export const record = (text: string, i: number) =>
  incoming({ description: `${text} ${i}` });

/** Does all jobs but that which refreshes; answers that. */
export async function untilRefresh(
  { deps, feed }: Pick<Trial, "deps" | "feed">,
): Promise<Job> {
  for (;;) {
    const now = deps.clock.now();
    const jobs = await take(feed, 100, now, plusMs(now, 1));
    assert(jobs.length > 0, "nothing refreshes");
    for (const job of jobs) {
      if (job.task.kind === "refresh_reviews") return job;
      value(await handleJob(deps)(job));
    }
  }
}

/** A tenant of which 9 records (or `alike`), as many of each text, and one like no other, wait since before anything was learned. */
export async function openLearned(
  settings: Partial<TenantSettings> = {},
  wrap: (trial: Trial, waiting: readonly Approval[]) => Promise<unknown> = () =>
    Promise.resolve(),
  alike = 9,
) {
  const trial = await openTrial({
    settings: { similarityThreshold: 0.6, auditRate: 0, ...settings },
    wrap: (uow) => twice(watched(uow)),
  });
  const categories = await trial.categories("Timber", "Stationery", "Fuel");
  await trial.send(
    ...Array.from({ length: alike }, (_, i) => record(TEXTS[i % 3]!, i)),
    record(NOVEL, 1),
  );
  await trial.runJobs();
  const before = await trial.waiting();
  assert.equal(before.length, alike + 1);
  const ids = await trial.send(
    ...Array.from({ length: 120 }, (_, i) => record(TEXTS[i % 3]!, 1_000 + i)),
  );
  await trial.runJobs();
  const truth = new Map<RecordId, CategoryId>(
    ids.map((id, i) => [id, categories[i % 3]!]),
  );
  const taught = (await trial.waiting())
    .filter(({ recordId }) => truth.has(recordId));
  assert.equal(taught.length, 120);
  value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      taught.map(({ id, recordId }) => ({
        approvalId: id,
        verdict: { kind: "override", categoryId: truth.get(recordId)! },
        note: null,
      })),
    ),
  );
  await wrap(trial, before);
  const job = await untilRefresh(trial);
  return { ...trial, categories, before, job };
}

export const told = async (trial: Pick<Trial, "events">, type: string) =>
  (await trial.events()).filter((event) => event.type === type)
    .map(({ payload }) => payload);
