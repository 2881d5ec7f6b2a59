import type { ReceiptId, RecordId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { CandidateSearch } from "../src/receipts/candidate_search.ts";
import type { ReceiptCandidate } from "../src/receipts/match_receipt.ts";
import type { Receipt, ReceiptStatus } from "../src/receipts/receipt.ts";

/** Which receipts; of several conditions all hold. */
export interface ReceiptFilter {
  readonly recordIds?: readonly RecordId[];
  readonly status?: ReceiptStatus;
  readonly sha256?: string;
  /** Those on their way out, which are left out otherwise. */
  readonly removed?: true;
}

/** A tenant's receipts, each with the records it is for. */
export interface Receipts {
  /** Keeps new ones. Two with the same bytes, unless one is on its way out, make the unit of work start over. */
  add(receipts: readonly Receipt[]): Promise<void>;
  /** Those of `ids` that are there, those on their way out included, in any order. */
  find(ids: readonly ReceiptId[]): Promise<readonly Receipt[]>;
  /** Latest id first; the cursor is the last id shown. */
  list(filter: ReceiptFilter, page: PageRequest): Promise<Page<Receipt>>;
  /** Writes each as the version after its own, records included. A stale version makes the unit of work start over. */
  save(receipts: readonly Receipt[]): Promise<void>;
  /** Records that a receipt may be for, up to `limit`: the nearest in amount, then the earliest. Erased ones are left out. */
  candidates(
    search: CandidateSearch,
    limit: number,
  ): Promise<readonly ReceiptCandidate[]>;
  /** Takes rows out. */
  remove(ids: readonly ReceiptId[]): Promise<void>;
}
