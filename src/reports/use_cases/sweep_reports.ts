import type { Deps } from "../../../ports/deps.ts";
import { type FileKey, idInFileKey } from "../../kernel/file_key.ts";
import { bornMs } from "../../kernel/ids.ts";
import type { Page } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { fileIdsOf, type Report } from "../report.ts";

const REPORTS_AT_A_TIME = 200;
const FILES_AT_A_TIME = 500;
/** Nobody is still writing a file that was begun so long ago without telling of it. */
const ORPHAN_MS = 86_400_000;

/** Removes files that no report tells of: of reports whose time is past, and what a crash left, a day old. Returns how many. */
export async function sweepReports(
  deps: Pick<Deps, "uow" | "files" | "clock">,
  scope: Scope,
): Promise<Result<number, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const bornBefore = Date.parse(deps.clock.now()) - ORPHAN_MS;
  const old: FileKey[] = [];
  for (let after: FileKey | null = null;;) {
    const keys: readonly FileKey[] = await deps.files.list(
      `${scope.tenantId}/reports/`,
      FILES_AT_A_TIME,
      after,
    );
    old.push(
      ...keys.filter((key) => (bornMs(idInFileKey(key)) ?? 0) < bornBefore),
    );
    after = keys.at(-1) ?? null;
    if (keys.length < FILES_AT_A_TIME) break;
  }
  if (old.length === 0) return ok(0);
  // What was claimed after the files were listed is a day too young to be among them.
  const told = new Set<string>();
  for (let cursor: string | null = null;;) {
    const page: Page<Report> = await pageOfReports(deps, allowed.value, cursor);
    for (const id of page.data.flatMap(fileIdsOf)) told.add(id);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  const orphans = old.filter((key) => !told.has(idInFileKey(key)));
  for (let at = 0; at < orphans.length; at += FILES_AT_A_TIME) {
    await deps.files.remove(orphans.slice(at, at + FILES_AT_A_TIME));
  }
  return ok(orphans.length);
}

async function pageOfReports(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  cursor: string | null,
): Promise<Page<Report>> {
  const { value } = await deps.uow.run(
    permit,
    async (tx) =>
      ok(await tx.reports.list({}, { limit: REPORTS_AT_A_TIME, cursor })),
  );
  return value;
}
