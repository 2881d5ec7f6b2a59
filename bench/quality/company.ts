import type { Approval } from "../../src/approvals/approval.ts";
import {
  decideApprovals,
  type Decision,
} from "../../src/approvals/use_cases/decide_approvals.ts";
import { listApprovals } from "../../src/approvals/use_cases/list_approvals.ts";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { ok } from "../../src/kernel/result.ts";
import type { CompanyRecord, RecordContent } from "../../src/records/record.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { permit } from "../../src/tenancy/access.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import type { Proposed } from "./measures.ts";
import { okOf, openService, type Service } from "./service.ts";
import type { Labelled } from "./stream.ts";

/** A record that was decided, and what it truly is. */
export interface Decided extends Proposed {
  readonly recordId: RecordId;
  /** The label by which a machine settled it; null where a person was asked instead. */
  readonly settled: string | null;
}

/** A company whose people know every label, and the service that sorts its records. */
export interface Company {
  readonly service: Service;
  /** What a record of that label truly is. */
  categoryOf(label: string): CategoryId;
  /** Sends rows, and lets them wait. */
  receive(rows: readonly Labelled[]): Promise<readonly RecordId[]>;
  /** Sends rows and runs all jobs; tells what the service made of each, in order. */
  sort(rows: readonly Labelled[]): Promise<readonly Decided[]>;
  /** Has people decide everything that waits, reviews and audits alike, rightly; tells how many that were. */
  review(): Promise<number>;
}

/** When records without dates come: a day passes with every set. */
const FIRST_DAY = "2026-01-01T00:00:00.000Z";
const DAY_MS = 86_400_000;
/** What the interface takes and shows at once. */
const AT_A_TIME = 1_000;

/** Opens a company with one category for each label. */
export async function openCompany(
  labels: readonly string[],
  { seed, settings, firstDate }: {
    readonly seed: number;
    readonly settings: Partial<TenantSettings>;
    readonly firstDate: string | null;
  },
): Promise<Company> {
  const start = firstDate === null ? FIRST_DAY : midnight(firstDate);
  const service = await openService({ seed, settings, start });
  const { deps, scope } = service;
  const made = okOf(
    await createCategories(
      deps,
      scope,
      labels.map((name) => ({ name, parentId: null })),
    ),
  );
  const idOf = new Map(made.map(({ id, name }) => [name, id]));
  const labelOf = new Map(made.map(({ id, name }) => [id, name]));
  /** The true categories of records that nobody has decided yet. */
  const truths = new Map<RecordId, CategoryId>();
  let sent = 0;

  async function receive(
    rows: readonly Labelled[],
  ): Promise<readonly RecordId[]> {
    service.passTo(endOf(rows, deps.clock.now()));
    const { record_ids } = okOf(
      await acceptRecords(
        deps,
        scope,
        rows.map((row) => incoming(row, sent++)),
      ),
    );
    const ids = record_ids as readonly RecordId[];
    ids.forEach((id, i) => truths.set(id, idOf.get(rows[i]!.label)!));
    return ids;
  }

  return {
    service,
    categoryOf: (label) => idOf.get(label)!,
    receive,
    async sort(rows) {
      const ids = await receive(rows);
      await service.runJobs();
      const records = await readRecords(service, ids);
      return ids.map((id, i) => ({
        recordId: id,
        ...outcomeOf(records.get(id)!, labelOf),
        truth: rows[i]!.label,
      }));
    },
    async review() {
      let decided = 0;
      for (;;) {
        const { page } = okOf(
          await listApprovals(deps, scope, { state: "waiting" }, {
            limit: AT_A_TIME,
            cursor: null,
          }),
        );
        if (page.data.length === 0) break;
        okOf(
          await decideApprovals(
            deps,
            scope,
            page.data.map((approval) => decisionOn(approval, truths)),
            { allOrNone: "first" },
          ),
        );
        for (const { recordId } of page.data) truths.delete(recordId);
        decided += page.data.length;
      }
      await service.runJobs();
      return decided;
    },
  };
}

function midnight(date: string): Instant {
  return `${date}T00:00:00.000Z`;
}

/** When a set has come: the day after its last record. */
function endOf(rows: readonly Labelled[], now: Instant): Instant {
  const last = rows.at(-1)?.date;
  const from = last ? Date.parse(last) : Date.parse(now);
  return new Date(from + DAY_MS).toISOString() as Instant;
}

function incoming(row: Labelled, place: number) {
  return {
    externalId: `row-${place}`,
    connectionId: null,
    ...contentOf(row),
    raw: null,
  };
}

/** What a row says of its record. */
export function contentOf(row: Labelled): RecordContent {
  return {
    occurredAt: row.date === null ? null : midnight(row.date),
    description: row.description,
    counterparty: row.counterparty,
    amount: row.amount,
    attributes: row.unit === null ? {} : { unit: row.unit },
  };
}

async function readRecords(
  { deps, scope }: Service,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, CompanyRecord>> {
  const allowed = okOf(permit(scope, "records.read"));
  const { value } = await deps.uow.run(
    allowed,
    async (tx) => ok(await tx.records.find(ids)),
  );
  return new Map(value.map((record) => [record.id, record]));
}

/** What the similarity step proposed, and whether anything settled the record. */
function outcomeOf(
  { id, trace, outcome, categoryId }: CompanyRecord,
  labelOf: ReadonlyMap<CategoryId, string>,
) {
  const step = trace?.steps.findLast(({ kind }) =>
    kind === "examples_recalled"
  );
  if (step?.kind !== "examples_recalled") {
    throw new Error(`${id} was not looked up among the examples`);
  }
  const label = (category: CategoryId | null) =>
    category === null ? null : labelOf.get(category)!;
  return {
    label: label(step.proposal),
    score: step.score,
    settled: outcome === "auto" ? label(categoryId) : null,
  };
}

function decisionOn(
  { id, recordId, suggestion }: Approval,
  truths: ReadonlyMap<RecordId, CategoryId>,
): Decision {
  const categoryId = truths.get(recordId)!;
  return {
    approvalId: id,
    verdict: suggestion === categoryId
      ? { kind: "approve" }
      : { kind: "override", categoryId },
    note: null,
  };
}
