import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import { readImport } from "../../src/imports/use_cases/read_import.ts";
import { importFile } from "../../src/imports/use_cases/import_file.ts";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import type { Job } from "../../src/events/job.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { fileKey } from "../../src/kernel/file_key.ts";
import { take } from "./take.ts";
import { openTrial, value } from "./trial.ts";
import { sendFile } from "./send_file.ts";

export const SLICE = 3;
/** Two equal coffees, a bad row, and the bank's own ids, one of them used again for something else. */
export const FILE = `Date,Details,Amount,Transaction ID
2026-03-31,Coffee,-3.20,
2026-03-31,Coffee,-3.20,
2026-03-31,Nails,-1.00,A1
2026-03-32,Glue,-1.00,A2
2026-04-01,Planks,-9.00,A1
2026-04-01,Nails,-1.00,A1
2026-04-01,Rent,900.00,A3
2026-04-02,Coffee,-3.20,
`;

export const COUNTS = {
  read: 8,
  accepted: 5,
  duplicates: 0,
  conflicts: 2,
  bad: 1,
  skipped: 0,
  remarks: 3,
};

export type Trial = Awaited<ReturnType<typeof openTrial>>;

export function send({ deps, scope }: Trial, file = FILE) {
  return sendFile(deps, scope, file);
}

/** The jobs of imports that are due, whoever took them before. */
export async function dueJobs({ deps, feed }: Trial): Promise<readonly Job[]> {
  const now = deps.clock.now();
  const jobs = await take(feed, 100, now, plusMs(now, 1));
  return jobs.filter(({ task }) => task.kind === "import_file");
}

export async function work(
  trial: Trial,
  deps: Deps = trial.deps,
): Promise<number> {
  const jobs = await dueJobs(trial);
  for (const job of jobs) {
    assert(job.task.kind === "import_file");
    const { importId } = job.task;
    value(
      await importFile(
        deps,
        openJobScope(job),
        { id: job.id, importId },
        SLICE,
      ),
    );
  }
  return jobs.length;
}

export async function stateOf(
  { deps, scope }: Trial,
  id: Awaited<ReturnType<typeof send>>,
) {
  const page = { limit: 100, cursor: null };
  const { found, remarks } = value(await readImport(deps, scope, id, page));
  const records = value(await listRecords(deps, scope, {}, page));
  return {
    state: found.state,
    counts: found.counts,
    remarks: remarks.data.map(({ place, line, kind }) => [place, line, kind]),
    records: records.data.map(({ description }) => description).toSorted(),
    file:
      await deps.files.read(fileKey(scope.tenantId, "imports", id)) !== null,
  };
}

export const DONE = {
  state: "done",
  counts: COUNTS,
  remarks: [[1, 5, "bad"], [2, 6, "conflict"], [3, 7, "conflict"]],
  records: ["Coffee", "Coffee", "Coffee", "Nails", "Rent"],
  file: false,
};
