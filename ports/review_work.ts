import type { Approval, Lease } from "../src/approvals/approval.ts";
import type { Place, ReviewOrder } from "../src/approvals/review_order.ts";
import type { QueueKey, ReviewQueue } from "../src/approvals/review_queue.ts";
import type {
  AlikeKey,
  ApprovalId,
  CategoryId,
  MemberId,
} from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Money } from "../src/kernel/money.ts";

/** How what waits is seen: by which queues, and when. Places are counted among the items of `from`. */
export interface ReviewView {
  /** In order. */
  readonly queues: readonly ReviewQueue[];
  readonly now: Instant;
  /** The members who may decide: an item assigned to anybody else is assigned to nobody. */
  readonly deciders: readonly MemberId[];
  /** Out of which queues; null: out of all. */
  readonly from: readonly QueueKey[] | null;
  readonly order: ReviewOrder;
}

/** What to claim. */
export interface ClaimRequest extends ReviewView {
  readonly lease: Lease;
  /** `first`: what is assigned to the claimer before what is assigned to nobody; `only`: nothing else; `any`: whoever it is assigned to. */
  readonly assigned: "first" | "only" | "any";
  /** Passed over. */
  readonly except: readonly ApprovalId[];
  /** Amounts above these, in their currencies, are passed over: the claimer may not decide them. */
  readonly upTo: readonly Money[];
  readonly limit: number;
}

/** Which items to list. */
export interface WaitingFilter {
  readonly assignedTo?: MemberId;
  readonly overdue?: true;
  readonly alikeKey?: AlikeKey;
}

/** An item that waits, at its place. */
export type Waiting = Approval & { readonly place: Place };

/** What waits in one queue. */
export interface QueueCount {
  readonly queue: QueueKey;
  readonly waiting: number;
  readonly oldestAt: Instant;
  /** Past due. */
  readonly overdue: number;
}

/** Items alike. */
export interface AlikeGroup {
  readonly key: string;
  readonly count: number;
  /** As it is shown. */
  readonly suggestion: CategoryId | null;
  readonly oldestAt: Instant;
  /** The sum of the amounts in each currency, by its code. */
  readonly totals: readonly Money[];
  /** Three of them at most, those first that people are asked about first. */
  readonly sample: readonly ApprovalId[];
}

/** A lease that its holder names. */
export interface NamedLease {
  readonly approvalId: ApprovalId;
  readonly token: number;
}

/** What waits, as it is given out to people. */
export interface ReviewWork {
  /**
   * Gives the lease to up to `limit` waiting approvals that nobody else holds and of which the holder has said nothing
   * yet; answers them in their order. Of many who claim at once each item goes to one.
   */
  claim(request: ClaimRequest): Promise<readonly Approval[]>;
  /** Prolongs those of `leases` that `by` still holds at `now`; answers their ids. */
  renew(
    leases: readonly NamedLease[],
    lease: Lease,
    now: Instant,
  ): Promise<readonly ApprovalId[]>;
  /** Ends those of `leases` that `by` still holds at `now`; answers their ids. */
  release(
    leases: readonly NamedLease[],
    by: string,
    now: Instant,
  ): Promise<readonly ApprovalId[]>;
  /** Ends all leases of `holders`, members or keys who may hold none any more; the numbers of leases stay. */
  releaseAll(holders: readonly string[]): Promise<void>;
  /** Asks `memberId` before all others about those of `ids` that wait; null: nobody. Answers what was assigned. */
  assign(
    ids: readonly ApprovalId[],
    memberId: MemberId | null,
  ): Promise<readonly Approval[]>;
  /** What waits, in its order, after `after`. */
  waiting(
    view: ReviewView,
    filter: WaitingFilter,
    page: { readonly limit: number; readonly after: Place | null },
  ): Promise<readonly Waiting[]>;
  /** What waits in each queue that something waits in, in any order. */
  counts(view: ReviewView): Promise<readonly QueueCount[]>;
  /** Of at least `atLeast` items, the largest first, then by key; after `after`. */
  groups(
    view: ReviewView,
    page: {
      readonly atLeast: number;
      readonly limit: number;
      readonly after: Pick<AlikeGroup, "count" | "key"> | null;
    },
  ): Promise<readonly AlikeGroup[]>;
  /** How many wait that have these keys; a key that nothing has is left out. */
  countAlike(
    keys: readonly AlikeKey[],
  ): Promise<ReadonlyMap<AlikeKey, number>>;
  /** Up to `limit` that wait and whose key is not found out yet. */
  unkeyed(limit: number): Promise<readonly Approval[]>;
}
