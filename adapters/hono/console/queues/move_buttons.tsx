import type { ReviewQueue } from "../../../../src/approvals/review_queue.ts";

/** The form of the page that the buttons belong to. */
export const ORDER_FORM = "order";

/** Move a queue by a step. After it the page opens at the same button, so that it can be pressed again. */
export function MoveButtons(
  { queue: { id, name }, index, count }: {
    readonly queue: ReviewQueue;
    /** Its place, from 0. */
    readonly index: number;
    readonly count: number;
  },
) {
  return (
    <div class="move">
      {([["up", "↑", 0], ["down", "↓", count - 1]] as const).map((
        [to, sign, end],
      ) => (
        <button
          type="submit"
          form={ORDER_FORM}
          name="move"
          value={`${to} ${id}`}
          id={`${to}-${id}`}
          class="step"
          aria-label={`Move ${name} ${to}`}
          {...index === end && { "aria-disabled": "true" as const }}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  );
}
