import assert from "node:assert/strict";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Incoming } from "../../src/records/draft.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import { incoming, openTrial } from "./trial.ts";

export const TEXTS = ["oak boards", "copy paper", "diesel"];
export const SETTINGS = { targetPrecision: 0.9, auditRate: 0 };

export type Trial = Awaited<ReturnType<typeof openTrial>>;

export const record = (i: number): Incoming =>
  incoming({
    description: `${TEXTS[i % TEXTS.length]} ${i}`,
    attributes: { unit: `Shop ${i % 2}` },
  });

/** Sends `n` records and gives each its true category; in parts, as people do. */
export async function teach(
  trial: Trial,
  categories: readonly CategoryId[],
  n: number,
  part = 100,
) {
  for (let from = 0; from < n; from += part) {
    const size = Math.min(part, n - from);
    const ids = await trial.send(
      ...Array.from({ length: size }, (_, i) => record(from + i)),
    );
    await trial.runJobs();
    const truth = new Map<RecordId, CategoryId>(
      ids.map((id, i) => [id, categories[(from + i) % categories.length]!]),
    );
    trial.clock.advance(1_000);
    await trial.giveAll((id) => truth.get(id)!);
    await trial.runJobs();
  }
}

export async function learned(trial: Trial) {
  const allowed = permit(
    openJobScope({
      id: `learn_examples-${"0".repeat(32)}`,
      tenantId: trial.tenant.id,
      task: { kind: "learn_examples" },
    }),
    "jobs.run",
  );
  assert(allowed.ok);
  const { value } = await trial.deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.learning.current()),
  );
  return value;
}

export const types = async (trial: Trial, type: string) =>
  (await trial.events()).filter((event) => event.type === type);
