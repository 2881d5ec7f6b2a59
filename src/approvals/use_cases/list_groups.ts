import type { AlikeGroup } from "../../../ports/review_work.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { type Page, pageOf, type PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { ReviewItem } from "../review_item.ts";
import { reviewItems } from "./review_items.ts";
import { keyOldItems, type QueueAsked, reviewView } from "./review_view.ts";

/** Items alike, some of them shown. */
export type ShownGroup = Omit<AlikeGroup, "sample"> & {
  readonly sample: readonly ReviewItem[];
};

/** Where a page of groups ended. */
type GroupPlace = Pick<AlikeGroup, "count" | "key">;

/** A group's place in a text of a cursor; null for a text that is none. */
export function groupPlaceIn(text: string): GroupPlace | null {
  const [, count, key] = /^(\d{1,9}) ([0-9a-z_]{1,40})$/.exec(text) ?? [];
  return key === undefined ? null : { count: Number(count), key };
}

/** What waits by what is alike, of at least `atLeast` items, the largest first. */
export async function listGroups(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { queue = null, atLeast }: Pick<QueueAsked, "queue"> & {
    readonly atLeast: number;
  },
  { limit, cursor }: PageRequest,
): Promise<
  Result<Page<ShownGroup>, AccessDenied | Failure<"review_queue.missing">>
> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    await keyOldItems(tx, scope);
    const seen = await reviewView(tx, { queue }, now);
    if (!seen.ok) return seen;
    const found = await tx.reviewWork.groups(seen.value, {
      atLeast,
      limit: limit + 1,
      after: cursor === null ? null : groupPlaceIn(cursor),
    });
    const page = pageOf(found, limit, ({ count, key }) => `${count} ${key}`);
    const approvals = await tx.approvals
      .find(page.data.flatMap(({ sample }) => sample));
    const items = await reviewItems(tx, approvals, seen.value);
    const byId = new Map(items.map((item) => [item.id, item]));
    return ok({
      data: page.data.map(({ sample, ...group }) => ({
        ...group,
        sample: sample.flatMap((id) => byId.get(id) ?? []),
      })),
      nextCursor: page.nextCursor,
    });
  });
}
