import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import { ERASED } from "../../records/erased.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { fileIdsOf, type Report, reportFileKey } from "../report.ts";
import type { ReportKind } from "../report_demand.ts";

/** Reports that are looked at together. */
const REPORTS_AT_A_TIME = 100;

/** Kinds whose rows and figures hold texts of records; of the others only that of reviewers names people. */
const WITH_RECORD_TEXTS: readonly ReportKind[] = ["spend"];
const WITH_MEMBER_NAMES: readonly ReportKind[] = ["reviewer_activity"];

type Job = {
  readonly id: string;
  readonly erased: readonly RecordId[] | "member";
};
type Needed = Pick<Deps, "uow" | "files" | "clock">;

/**
 * The job that follows an erasure: takes the files of reports away that may still tell what was erased, which are those
 * asked for since the first of the records came. Files go before the reports say so, so that a crash leaves none that no
 * report tells of. A report that is being made begins anew, but is given up where its own filter may name the person; of
 * one that is done, the figures without names stay.
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

/** One that waits will read what is left, and tells no more than its filter does. */
function mayTell({ state, erasedAt, terms }: Report): boolean {
  return erasedAt === null && (state !== "waiting" || namesSomebody(terms));
}

function namesSomebody({ filters }: Report["terms"]): boolean {
  return filters.counterparty !== undefined;
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
  const written = await deps.uow.run(permit, async (tx) => {
    const found = await tx.reports.find(touched.map(({ id }) => id));
    await emptied(tx, found, erasedAt);
    return ok(found);
  });
  // Files that were told of between the two.
  await deps.files.remove(
    written.value.flatMap(fileIdsOf)
      .map((id) => reportFileKey(permit.tenantId, id)),
  );
}

async function emptied(
  tx: Pick<Tx, "reports" | "events">,
  found: readonly Report[],
  erasedAt: Instant,
): Promise<void> {
  const isUnfinished = ({ state }: Report) =>
    state === "waiting" || state === "running";
  const givenUp = found.filter((one) =>
    isUnfinished(one) && namesSomebody(one.terms)
  );
  await tx.reports.save(
    found.map((report) => ({
      ...report,
      files: {},
      writing: null,
      ...isUnfinished(report) && !namesSomebody(report.terms)
        ? { tables: null, rows: null }
        : {
          erasedAt,
          tables: withoutNames(report),
          terms: withoutCounterparty(report.terms),
        },
      ...givenUp.includes(report) &&
        { state: "cancelled" as const, endedAt: erasedAt },
    })),
  );
  tx.events.append(givenUp.map(({ id }) => ({
    type: "REPORT_CANCELLED",
    payload: { report_id: id },
  })));
}

function withoutCounterparty(terms: Report["terms"]): Report["terms"] {
  const { filters } = terms;
  return filters.counterparty === undefined
    ? terms
    : { ...terms, filters: { ...filters, counterparty: ERASED } };
}

/** Totals name nobody; of the groups only those by counterparty do. */
function withoutNames({ tables, terms }: Report): Report["tables"] {
  if (terms.kind !== "spend") return null;
  return tables?.filter(({ name }) =>
    name === "totals" || terms.grouping !== "counterparty"
  ) ?? null;
}
