import type { CategoryId } from "../kernel/ids.ts";
import type { QueueConditions, ReviewQueue } from "./review_queue.ts";

/** Why nothing can be in a queue. */
export type Idle =
  /** The least amount is above the most. */
  | { readonly kind: "amount" }
  /** It takes what has a suggestion, and only what has none. */
  | { readonly kind: "suggestion" }
  /** Its categories are all archived, and suggested no more. */
  | { readonly kind: "archived" }
  /** A queue before it takes all that it would take. */
  | { readonly kind: "taken"; readonly by: ReviewQueue };

/** Why nothing can be in a queue of these conditions behind the queues `before`; null: something can, as far as that can be told. */
export function whyIdle(
  conditions: QueueConditions,
  { before, open }: {
    readonly before: readonly ReviewQueue[];
    /** The categories that records may get. */
    readonly open: ReadonlySet<CategoryId>;
  },
): Idle | null {
  const { amount, because, categoryIds } = conditions;
  if (
    amount !== null && amount.min !== null && amount.max !== null &&
    BigInt(amount.min) > BigInt(amount.max)
  ) return { kind: "amount" };
  // Nothing is alike just where nothing is proposed (see `processing/pipeline.ts`).
  if (
    categoryIds !== null && because !== null &&
    because.every((reason) => reason === "nothing_alike")
  ) return { kind: "suggestion" };
  if (categoryIds?.every((id) => !open.has(id))) return { kind: "archived" };
  const by = before.find((one) => takesAll(one.conditions, conditions));
  return by ? { kind: "taken", by } : null;
}

/** Whether conditions are the same, in whichever order their lists are. */
export function sameConditions(
  a: QueueConditions,
  b: QueueConditions,
): boolean {
  return takesAll(a, b) && takesAll(b, a);
}

/** Whether whatever `inner` takes `outer` takes too; some of what `outer` takes may not be told. */
function takesAll(outer: QueueConditions, inner: QueueConditions): boolean {
  return includes(outer.categoryIds, inner.categoryIds) &&
    includes(outer.because, inner.because) &&
    includes(outer.connectionIds, inner.connectionIds) &&
    (outer.ageHours ?? 0) <= (inner.ageHours ?? 0) &&
    (outer.amount === null ||
      (inner.amount !== null && spans(outer.amount, inner.amount)));
}

function includes(
  outer: readonly string[] | null,
  inner: readonly string[] | null,
): boolean {
  if (outer === null || inner === null) return outer === null;
  const all = new Set(outer);
  return inner.every((one) => all.has(one));
}

type Range = NonNullable<QueueConditions["amount"]>;

function spans(outer: Range, inner: Range): boolean {
  return outer.currency === inner.currency &&
    BigInt(outer.min ?? 0) <= BigInt(inner.min ?? 0) &&
    (outer.max === null ||
      (inner.max !== null && BigInt(inner.max) <= BigInt(outer.max)));
}
