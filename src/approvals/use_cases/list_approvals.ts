import type { WaitingFilter } from "../../../ports/review_work.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { type Page, pageOf, type PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Approval } from "../approval.ts";
import type { ReviewItem } from "../review_item.ts";
import { placeIn, placeText } from "../review_order.ts";
import { reviewItems } from "./review_items.ts";
import { keyOldItems, type QueueAsked, reviewView } from "./review_view.ts";

/** A page of approvals with all there is to decide by, and how many wait in all. */
export interface ApprovalList {
  readonly page: Page<ReviewItem>;
  readonly waiting: number;
}

/** Which approvals; all but the state is asked of what waits alone. */
export interface ApprovalsAsked extends QueueAsked, WaitingFilter {
  readonly state: Approval["state"]["kind"];
}

/**
 * The approvals of one state, oldest first unless another order is asked for. In the order `uncertainty` the cursor is a
 * place: what moves across it meanwhile may be left out or come again.
 */
export async function listApprovals(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { state, queue = null, order = "oldest", ...filter }: ApprovalsAsked,
  { limit, cursor }: PageRequest,
): Promise<
  Result<ApprovalList, AccessDenied | Failure<"review_queue.missing">>
> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    if (state === "waiting") await keyOldItems(tx, scope);
    const seen = await reviewView(tx, { queue, order }, now);
    if (!seen.ok) return seen;
    const view = seen.value;
    const page = state === "waiting"
      ? await waitingPage()
      : await tx.approvals.list(state, { limit, cursor });
    const items = await reviewItems(tx, page.data, view);
    return ok({
      page: { data: items, nextCursor: page.nextCursor },
      waiting: await tx.approvals.countWaiting(),
    });

    async function waitingPage() {
      const after = cursor === null
        ? null
        : placeIn(cursor) ?? atId(cursor as Approval["id"]);
      const rows = await tx.reviewWork.waiting(view, filter, {
        limit: limit + 1,
        after,
      });
      const { data, nextCursor } = pageOf(
        rows,
        limit,
        ({ id, place }) => order === "oldest" ? id : placeText(place),
      );
      return { data: data.map(({ place: _, ...one }) => one), nextCursor };
    }
  });
}

/** Of an order by id, the rest of the place does not matter. */
function atId(id: Approval["id"]) {
  return { id, overdue: false, rank: 1, priority: 0 };
}
