import type { ApprovalId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { cuesOf } from "../processing/cues.ts";
import type { CompanyRecord } from "../records/record.ts";
import { alikeKeyOf } from "./alike_key.ts";
import { type Approval, WAITING } from "./approval.ts";
import { doubtOf, stakeOf } from "./review_order.ts";
import { shownConfidence, shownReason, shownSuggestion } from "./shown.ts";

/** What a person is asked about a record, and why. */
export type Asked = Pick<
  Approval,
  "suggestion" | "because" | "confidence" | "inclusion" | "shownAs"
>;

/** An approval of `record` that waits. */
export function newApproval(
  id: ApprovalId,
  record: CompanyRecord,
  asked: Asked,
  { contextAttributes, createdAt }: {
    readonly contextAttributes: readonly string[];
    readonly createdAt: Instant;
  },
): Approval {
  return aboutRecord(
    {
      id,
      version: 1,
      recordId: record.id,
      ...asked,
      state: WAITING,
      lease: null,
      leaseToken: 0,
      assignedTo: null,
      alikeKey: null,
      connectionId: null,
      amount: null,
      stake: 0,
      createdAt,
    },
    record,
    contextAttributes,
  );
}

/** The approval with what it keeps of its record, as the record is now. */
export function aboutRecord(
  approval: Approval,
  record: CompanyRecord,
  contextAttributes: readonly string[],
): Approval {
  const suggestion = shownSuggestion(approval);
  const doubt = doubtOf({
    because: shownReason(approval),
    suggestion,
    confidence: shownConfidence(approval),
  });
  return {
    ...approval,
    alikeKey: alikeKeyOf(
      cuesOf(record, contextAttributes).textKey,
      suggestion,
    ),
    connectionId: record.connectionId,
    amount: record.amount,
    stake: stakeOf(doubt, record.amount),
  };
}
