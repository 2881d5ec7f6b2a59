import { memoryStorage } from "../../adapters/memory/storage.ts";
import type { ClaimRequest } from "../../ports/review_work.ts";
import type { Tx, UnitOfWork } from "../../ports/unit_of_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import type { ApprovalId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import { systemClock } from "../../adapters/system/clock.ts";

/** More than any company has. */
const EVERY = { limit: 10_000_000, cursor: null };

/** A company's approvals, copied into memory's storage, which puts them in order by the pure functions. */
export async function copyInMemory(
  uow: UnitOfWork,
  permit: Permit,
): Promise<UnitOfWork> {
  const { uow: copy } = memoryStorage({ clock: systemClock() });
  const all = async (tx: Tx): Promise<readonly Approval[]> => [
    ...(await tx.approvals.list("waiting", EVERY)).data,
    ...(await tx.approvals.list("decided", EVERY)).data,
  ];
  const found = await uow.run(permit, async (tx) => ok(await all(tx)));
  await copy.run(
    permit,
    async (tx) => ok(await tx.approvals.add(found.value)),
  );
  return copy;
}

/** What a claim would give, in order; it is undone. */
export async function wouldClaim(
  uow: UnitOfWork,
  permit: Permit,
  request: ClaimRequest,
): Promise<readonly ApprovalId[]> {
  let ids: readonly ApprovalId[] = [];
  await uow.run(permit, async (tx) => {
    ids = (await tx.reviewWork.claim(request)).map(({ id }) => id);
    return { ok: false, failure: "undone" };
  });
  return ids;
}
