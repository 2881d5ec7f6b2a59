import type { Deps } from "../../../ports/deps.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { emptiedReport } from "../emptied_report.ts";
import { fileIdsOf, type Report, reportFileKey } from "../report.ts";
import type { ReportKind } from "../report_demand.ts";

/** Reports that are looked at together. */
const REPORTS_AT_A_TIME = 100;

/** Kinds whose rows, figures or filters hold texts of records; of the others only that of reviewers names people. */
const WITH_RECORD_TEXTS: readonly ReportKind[] = ["spend", "exceptions"];
const WITH_MEMBER_NAMES: readonly ReportKind[] = ["reviewer_activity"];

type Job = {
  readonly id: string;
  readonly erased: readonly RecordId[] | "member";
};
type Needed = Pick<Deps, "uow" | "files" | "clock">;

/**
 * The job that follows an erasure: takes the files of reports away that may still tell what was erased, which are those
 * that had not ended when the first of the records came. Files go before the reports say so, so that a crash leaves none
 * that no report tells of. What becomes of each is `emptiedReport`'s to say.
 */
export async function withdrawReports(
  deps: Needed,
  scope: Scope,
  { id, erased }: Job,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const kinds = erased === "member" ? WITH_MEMBER_NAMES : WITH_RECORD_TEXTS;
  const since = erased === "member"
    ? null
    : await firstReceived(deps, allowed.value, erased);
  for (let cursor: string | null = null;;) {
    const { value: page } = await deps.uow.run(allowed.value, async (tx) =>
      ok(
        await tx.reports.list(
          { kinds, ...since !== null && { since } },
          { limit: REPORTS_AT_A_TIME, cursor },
        ),
      ));
    await withdraw(deps, allowed.value, page.data.filter(mayTell));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return await deps.uow.run(allowed.value, async (tx) => {
    await tx.jobs.settle(id);
    return ok(null);
  });
}

async function firstReceived(
  deps: Needed,
  permit: Permit,
  ids: readonly RecordId[],
): Promise<Instant | null> {
  const { value: records } = await deps.uow.run(
    permit,
    async (tx) => ok(await tx.records.find(ids)),
  );
  return records.map(({ receivedAt }) => receivedAt).sort()[0] ?? null;
}

/** One that waits will read what is left, but may ask for somebody; exceptions are told by id. */
function mayTell({ state, terms, erasedAt }: Report): boolean {
  return erasedAt === null && (terms.filters.counterparty !== undefined ||
    (state !== "waiting" && terms.kind !== "exceptions"));
}

async function withdraw(
  deps: Needed,
  permit: Permit,
  touched: readonly Report[],
): Promise<void> {
  if (touched.length === 0) return;
  await deps.files.remove(
    touched.flatMap(fileIdsOf).map((id) => reportFileKey(permit.tenantId, id)),
  );
  const erasedAt = deps.clock.now();
  const { value: before } = await deps.uow.run(permit, async (tx) => {
    const found = await tx.reports.find(touched.map(({ id }) => id));
    const asked = found.flatMap(({ terms }) =>
      terms.filters.counterparty ?? []
    );
    const counterparties = new Set(
      await tx.reportFigures.counterpartiesAmong(asked),
    );
    const changed = found.flatMap((report) => {
      const after = emptiedReport(report, { erasedAt, counterparties });
      return after === report ? [] : [{ report, after }];
    });
    await tx.reports.save(changed.map(({ after }) => after));
    await tx.personalData.forgetAnswers(changed.map(({ after }) => after.id));
    return ok(changed.map(({ report }) => report));
  });
  // Files that were told of between the two.
  await deps.files.remove(
    before.flatMap(fileIdsOf).map((id) => reportFileKey(permit.tenantId, id)),
  );
}
