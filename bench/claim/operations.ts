import type { Sql } from "../../adapters/postgres/connect.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import type { ClaimRequest } from "../../ports/review_work.ts";
import type { Tx, UnitOfWork } from "../../ports/unit_of_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { listApprovals } from "../../src/approvals/use_cases/list_approvals.ts";
import { listGroups } from "../../src/approvals/use_cases/list_groups.ts";
import { listQueues } from "../../src/approvals/use_cases/list_queues.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import { permitTo } from "../../tests/support/samples.ts";
import { value } from "../../tests/support/trial.ts";
import { inTenant } from "../vectors/search.ts";
import type { Company } from "./fill.ts";
import type { Operation } from "./measure.ts";
import { queuesOf, SLA_HOURS } from "./shapes.ts";

/** A page of the console. */
const PAGE = { limit: 25, cursor: null };
const LEASE_MS = 600_000;

/** What is done in a company, each in a unit or a transaction of its own. */
export interface Operations {
  readonly uow: UnitOfWork;
  readonly permit: Permit;
  /** A claim alone: its statements and the commit. */
  claim(request: ClaimRequest): Promise<readonly Approval[]>;
  giveBack(claimed: readonly Approval[]): Promise<unknown>;
  /** Use cases as they are served, what they show included, where five queues have due times. */
  whole(): Promise<Readonly<Record<string, Operation>>>;
  /** What must be done at least: to take ten off a queue that has one order, and to add up what is alike. */
  readonly floors: Readonly<Record<"queue" | "sum", Operation>>;
}

export function operationsIn(sql: Sql, company: Company): Operations {
  const { scope } = company;
  const clock = { now: () => company.now };
  const deps = { clock, uow: postgresUnitOfWork(sql, { clock }) };
  const permit = permitTo("records.write", scope);
  const run = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    (await deps.uow.run(permit, async (tx) => ok(await work(tx)))).value;
  const giveBack: Operations["giveBack"] = (claimed) =>
    run((tx) =>
      tx.reviewWork.release(
        claimed.map(({ id, leaseToken }) => ({
          approvalId: id,
          token: leaseToken,
        })),
        claimed[0]!.lease!.by,
        company.now,
      )
    );

  return {
    uow: deps.uow,
    permit,
    claim: (request) => run((tx) => tx.reviewWork.claim(request)),
    giveBack,
    async whole() {
      await run((tx) => tx.reviewQueues.add(queuesOf(company, SLA_HOURS)));
      const order = "uncertainty";
      return {
        whole_claim: async () => {
          const asked = { limit: 10, leaseMs: LEASE_MS };
          const claimed = value(await claimApprovals(deps, scope, asked));
          return () => giveBack(claimed);
        },
        whole_queues: async () => void value(await listQueues(deps, scope)),
        whole_list: async () =>
          void value(
            await listApprovals(deps, scope, { state: "waiting", order }, PAGE),
          ),
        whole_groups: async () =>
          void value(await listGroups(deps, scope, { atLeast: 2 }, PAGE)),
      };
    },
    floors: {
      queue: () =>
        inTenant(sql, scope.tenantId, async (tx) => {
          const taken = await tx<{ id: string }[]>`
            update approvals a set version = a.version + 1, lease_by = 'floor', lease_until = ${company.now}
            from (
              select id from approvals
              where state = 'waiting' and (lease_until is null or lease_until <= ${company.now})
              order by created_at limit 10 for update skip locked
            ) free where a.id = free.id returning a.*`;
          if (taken.length !== 10) throw new Error("not ten were free");
        }),
      sum: () =>
        inTenant(sql, scope.tenantId, async (tx) => {
          await tx`
            select alike_key, sum(stake) from approvals where state = 'waiting'
            group by alike_key order by sum(stake) desc limit 10`;
        }),
    },
  };
}
