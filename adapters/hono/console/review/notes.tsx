import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import type { Category } from "../../../../src/categories/category.ts";
import type { DecisionId, MemberId } from "../../../../src/kernel/ids.ts";
import type { Instant } from "../../../../src/kernel/instant.ts";
import { Moment } from "../parts/figures.tsx";
import { personName } from "../records/known.ts";
import { undoOf } from "./said.ts";
import type { Walk } from "./walk.ts";

/** What to know before deciding: that somebody else has the item, and what others said who do not agree yet. */
export function Notes(
  {
    item: { lease, state, assignedTo },
    categories,
    people,
    actor,
    isTheirs,
    now,
    walk,
  }: {
    readonly item: ReviewItem;
    readonly categories: readonly Category[];
    /** Members by id. */
    readonly people: ReadonlyMap<string, string>;
    /** Who looks at it. */
    readonly actor: string;
    /** Whether they may take back what that member said, who cannot any more. */
    readonly isTheirs: (by: MemberId) => boolean;
    readonly now: Instant;
    readonly walk: Walk;
  },
) {
  const isTaken = lease !== null && lease.by !== actor && lease.until > now;
  const verdicts = state.kind === "waiting" ? state.verdicts : [];
  const nameOf = (id: string) => personName({ people }, id);
  return (
    <>
      {isTaken && (
        <div class="flash trouble" role="note">
          <p>
            {nameOf(lease.by)} has this item until <Moment at={lease.until} />.
          </p>
        </div>
      )}
      {assignedTo !== null && assignedTo !== actor && (
        <div class="flash note" role="note">
          <p>Assigned to: {nameOf(assignedTo)}</p>
        </div>
      )}
      {verdicts.map(({ by, categoryId, decisionId }) => (
        <div class="flash note" role="note">
          <p>
            {by === actor ? "You" : nameOf(by)} said:{" "}
            <strong>
              {categories.find(({ id }) =>
                id === categoryId
              )?.name ??
                "not one to sort"}
            </strong>. Above this amount two members must agree.
          </p>
          {decisionId !== null && (by === actor || isTheirs(by)) && (
            <TakeBack decisionId={decisionId} walk={walk} />
          )}
        </div>
      ))}
    </>
  );
}

function TakeBack(
  { decisionId, walk }: {
    readonly decisionId: DecisionId;
    readonly walk: Walk;
  },
) {
  const { action, name, value } = undoOf(decisionId, walk);
  return (
    <form method="post" action={action}>
      <input type="hidden" name={name} value={value} />
      <button type="submit">Take it back</button>
    </form>
  );
}
