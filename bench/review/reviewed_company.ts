import type { Approval } from "../../src/approvals/approval.ts";
import type { ReviewOrder } from "../../src/approvals/review_order.ts";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { releaseLeases } from "../../src/approvals/use_cases/keep_leases.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Conclusion } from "../../src/processing/trace.ts";
import { decideAnew } from "../../src/processing/use_cases/decide_anew.ts";
import { frameNow } from "../../src/processing/use_cases/frame_now.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import { contentOf, openCompany } from "../quality/company.ts";
import { okOf } from "../quality/service.ts";
import type { Labelled } from "../quality/stream.ts";
import type { Backlog } from "./work_off.ts";

/** An item that waits, and what its record truly is. */
export interface Item extends Pick<Approval, "id" | "recordId" | "suggestion"> {
  /** What items alike share. */
  readonly alikeKey: string;
  readonly truth: CategoryId;
}

/** What is proposed now, without a person: of the records that wait, and of each of the others. */
export interface Proposals {
  readonly waiting: ReadonlyMap<RecordId, CategoryId | null>;
  /** The part of the others for which it is right. */
  readonly unseenRight: number;
}

/** A company to which a whole backlog came at once, and a person of it who reviews. */
export interface ReviewedCompany {
  /** In the order in which they came. */
  readonly items: readonly Item[];
  /** Takes up to `limit` items on, as the service asks. */
  claim(order: ReviewOrder, limit: number): Promise<readonly Item[]>;
  /** Gives back what was claimed and is not decided. */
  putBack(): Promise<void>;
  /** Says what each of these truly is, in one step, and does the jobs that follow. */
  decide(items: readonly Item[]): Promise<void>;
  /** How often the service has learned so far. */
  timesLearned(): Promise<number>;
  propose(): Promise<Proposals>;
}

const LEASE_MS = 3_600_000;
/** Nothing is settled without a person before anything is known, so that there is nothing to audit. */
const SETTINGS = { auditRate: 0, contextAttributes: ["unit"] } as const;

/**
 * Sends the backlog to a service in memory and lets all of it wait. `refreshes`: whether what waits is weighed anew when
 * more was learned, as the service does.
 */
export async function openReviewed(
  { waiting, unseen }: Backlog,
  { seed, refreshes }: { readonly seed: number; readonly refreshes: boolean },
): Promise<ReviewedCompany> {
  const labels = [
    ...new Set([...waiting, ...unseen].map(({ label }) => label)),
  ];
  const { service, receive, categoryOf } = await openCompany(labels, {
    seed,
    settings: SETTINGS,
    firstDate: waiting[0]?.date ?? null,
  });
  const { deps, scope } = service;
  const system = okOf(
    permit(openTaskScope(scope.tenantId, "bench"), "jobs.run"),
  );
  const read = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    (await deps.uow.run(system, async (tx) => ok(await work(tx)))).value;

  const ids = await receive(waiting);
  await service.runJobs();
  const truths = new Map(
    ids.map((id, i) => [id, categoryOf(waiting[i]!.label)]),
  );
  const approvals = await read((tx) => tx.approvals.waitingFor(ids));
  const items = new Map(
    approvals.map(({ id, recordId, suggestion, alikeKey }) => [
      id,
      {
        id,
        recordId,
        suggestion,
        alikeKey: alikeKey ?? id,
        truth: truths.get(recordId)!,
      },
    ]),
  );
  const [anyRecord] = await read((tx) => tx.records.find(ids.slice(0, 1)));
  const others = unseen.map((row, i) => ({
    record: unseenRecord(anyRecord!, row, i),
    truth: categoryOf(row.label),
  }));
  let held: readonly Approval[] = [];

  return {
    items: [...items.values()],
    async claim(order, limit) {
      held = okOf(
        await claimApprovals(deps, scope, { limit, leaseMs: LEASE_MS, order }),
      );
      return held.map(({ id }) => items.get(id)!);
    },
    async putBack() {
      okOf(
        await releaseLeases(
          deps,
          scope,
          held.map(({ id, leaseToken }) => ({
            approvalId: id,
            token: leaseToken,
          })),
        ),
      );
      held = [];
    },
    async decide(some) {
      okOf(
        await decideApprovals(
          deps,
          scope,
          some.map(({ id, suggestion, truth }) => ({
            approvalId: id,
            verdict: suggestion === truth
              ? { kind: "approve" }
              : { kind: "override", categoryId: truth },
            note: null,
          })),
          { allOrNone: "first" },
        ),
      );
      await service.runJobs(({ task }) =>
        refreshes || task.kind !== "refresh_reviews"
      );
    },
    timesLearned: async () =>
      (await read((tx) => tx.learning.current()))?.version ?? 0,
    async propose() {
      const { frame } = await frameNow(deps, system);
      const records = await read(async (tx) => {
        const { data } = await tx.approvals.list("waiting", {
          limit: items.size,
          cursor: null,
        });
        return tx.records.find(data.map(({ recordId }) => recordId));
      });
      const proposed = async (all: readonly CompanyRecord[]) =>
        new Map(
          (await decideAnew(deps, system, all, frame))
            .map(({ record, conclusion }) => [
              record.id,
              proposalOf(conclusion),
            ]),
        );
      const ofOthers = await proposed(others.map(({ record }) => record));
      return {
        waiting: await proposed(records),
        unseenRight:
          others.filter(({ record, truth }) =>
            ofOthers.get(record.id) === truth
          ).length / others.length,
      };
    },
  };
}

/** A record that never came, looked at as if it had come like `like`. */
function unseenRecord(
  like: CompanyRecord,
  row: Labelled,
  place: number,
): CompanyRecord {
  return { ...like, ...contentOf(row), id: `rec_unseen${place}` };
}

function proposalOf(conclusion: Conclusion): CategoryId | null {
  if (conclusion.kind === "needs_review") return conclusion.suggestion;
  return conclusion.kind === "settled" ? conclusion.category_id : null;
}
