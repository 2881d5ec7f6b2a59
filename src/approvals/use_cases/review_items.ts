import type { ReviewView } from "../../../ports/review_work.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Approval } from "../approval.ts";
import { openCandidates } from "../candidate.ts";
import { neighboursIn, reasonOf, type ReviewItem } from "../review_item.ts";
import { DEFAULT_QUEUE, dueAt, queueOf } from "../review_queue.ts";
import { shownApproval, shownCandidates, shownRecord } from "../shown.ts";

/** Receipts of one page of items. */
const RECEIPTS_MAX = 1_000;

/** Approvals with all there is to decide by, in the order given; nothing tells an audit that waits from the others. */
export async function reviewItems(
  tx: Pick<
    Tx,
    "records" | "categories" | "rules" | "receipts" | "reviewWork"
  >,
  approvals: readonly Approval[],
  { queues, now }: Pick<ReviewView, "queues" | "now">,
): Promise<readonly ReviewItem[]> {
  if (approvals.length === 0) return [];
  const own = await tx.records.find(approvals.map((one) => one.recordId));
  const neighbours = own.flatMap(({ trace }) => neighboursIn(trace));
  const past = await tx.records.find(neighbours.map((one) => one.record_id));
  const records = new Map([...past, ...own].map((one) => [one.id, one]));
  const alike = await tx.reviewWork.countAlike(
    approvals.flatMap(({ alikeKey }) => alikeKey ?? []),
  );
  const categories = await tx.categories.all();
  const { rules } = await tx.rules.current();
  const ruleNames = new Map(rules.map(({ id, name }) => [id, name]));
  const { data: receipts } = await tx.receipts.list(
    { recordIds: own.map(({ id }) => id) },
    { limit: RECEIPTS_MAX, cursor: null },
  );

  return approvals.flatMap((approval): ReviewItem[] => {
    const record = records.get(approval.recordId);
    if (!record) return [];
    const queue = queueOf(approval, queues, now);
    const due = dueAt(approval, queue);
    const candidates = shownCandidates(
      openCandidates(record, categories).map((one) => ({
        ...one,
        ...reasonOf(one, record.trace, ruleNames),
      })),
      approval,
    );
    const similar = neighboursIn(record.trace).flatMap((one) => {
      const known = records.get(one.record_id);
      if (!known) return [];
      const { description, counterparty, amount, occurredAt } = known;
      return [{
        recordId: known.id,
        categoryId: one.category_id,
        similarity: one.similarity,
        count: one.count,
        match: one.match,
        description,
        counterparty,
        amount,
        occurredAt,
      }];
    });
    return [{
      ...shownApproval(approval),
      record: shownRecord(record, approval),
      candidates,
      similar,
      receiptIds: receipts
        .filter((one) => one.recordIds.includes(record.id))
        .map(({ id }) => id),
      alike: (approval.alikeKey && alike.get(approval.alikeKey)) ?? 1,
      queue: queue?.id ?? DEFAULT_QUEUE,
      dueAt: due,
      overdue: due !== null && due <= now && approval.state.kind === "waiting",
    }];
  });
}
