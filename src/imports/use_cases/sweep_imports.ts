import type { Deps } from "../../../ports/deps.ts";
import type { FileKey } from "../../kernel/file_key.ts";
import { bornMs, type ImportId } from "../../kernel/ids.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";

/** Files that are looked at together. */
const FILES_AT_A_TIME = 500;
const DAY_MS = 86_400_000;
/** Nobody is still sending a file that began to arrive so long ago. */
const ORPHAN_MS = DAY_MS;
/** For as long a job that was given up can be sent again and finds its file. */
const GIVEN_UP_MS = 30 * DAY_MS;

/** Removes files that no import is waiting for: sent and never kept, taken in, or given up a month ago. Returns how many. */
export async function sweepImports(
  deps: Pick<Deps, "uow" | "files" | "clock">,
  scope: Scope,
): Promise<Result<number, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const givenUpBefore = plusMs(now, -GIVEN_UP_MS);
  let removed = 0;
  for (let after: FileKey | null = null;;) {
    const keys: readonly FileKey[] = await deps.files.list(
      `${scope.tenantId}/imports/`,
      FILES_AT_A_TIME,
      after,
    );
    const old = keys.filter((key) =>
      (bornMs(idIn(key)) ?? 0) < Date.parse(now) - ORPHAN_MS
    );
    const { value: wanted } = await deps.uow.run(allowed.value, async (tx) => {
      const found = await tx.imports.find(old.map(idIn));
      return ok(
        found.filter(({ state, failure, endedAt }) =>
          state === "received" || state === "running" ||
          (state === "failed" && failure === null && endedAt !== null &&
            endedAt > givenUpBefore)
        ).map(({ id }) => id),
      );
    });
    const orphans = old.filter((key) => !wanted.includes(idIn(key)));
    await deps.files.remove(orphans);
    removed += orphans.length;
    after = keys.at(-1) ?? null;
    if (keys.length < FILES_AT_A_TIME) return ok(removed);
  }
}

function idIn(key: FileKey): ImportId {
  return key.slice(key.lastIndexOf("/") + 1) as ImportId;
}
