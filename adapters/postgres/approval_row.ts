import { match } from "ts-pattern";
import type {
  Approval,
  ApprovalState,
  GivenVerdict,
  ShownAs,
  Verdict,
} from "../../src/approvals/approval.ts";
import type { CategoryId, DecisionId } from "../../src/kernel/ids.ts";
import type { Minor } from "../../src/kernel/money.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";

type Same = Omit<
  Approval,
  "state" | "lease" | "amount" | "shownAs" | "createdAt"
>;

/** A row of `approvals` as read; the table's check says which columns a state fills. */
export interface ApprovalRow extends Same {
  readonly state: ApprovalState["kind"];
  readonly verdicts: readonly GivenVerdict[];
  readonly verdict: Verdict["kind"] | null;
  readonly categoryId: CategoryId | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  readonly decisionId: DecisionId | null;
  readonly endedAt: Date | null;
  readonly leaseBy: string | null;
  readonly leaseUntil: Date | null;
  /** A bigint, which comes back as text. */
  readonly amountMinor: Minor | null;
  readonly currency: string | null;
  readonly shownBecause: ShownAs["because"] | null;
  readonly shownConfidence: number | null;
  readonly createdAt: Date;
}

/** All that `approvalOf` needs, of a table called `a`. */
export function approvalColumns(sql: Transaction) {
  return sql`
    a.id, a.version, a.record_id as "recordId", a.suggestion, a.because, a.confidence, a.inclusion, a.state, a.verdicts,
    a.verdict, a.category_id as "categoryId", a.decided_by as "decidedBy", a.note, a.decision_id as "decisionId",
    a.ended_at as "endedAt", a.lease_by as "leaseBy", a.lease_until as "leaseUntil", a.lease_token as "leaseToken",
    a.assigned_to as "assignedTo", a.alike_key as "alikeKey", a.connection_id as "connectionId",
    a.amount_minor as "amountMinor", a.currency, a.stake, a.shown_because as "shownBecause",
    a.shown_confidence as "shownConfidence", a.created_at as "createdAt"`;
}

/** The approval that a row holds. */
export function approvalOf(row: ApprovalRow): Approval {
  return {
    id: row.id,
    version: row.version,
    recordId: row.recordId,
    suggestion: row.suggestion,
    because: row.because,
    confidence: row.confidence,
    inclusion: row.inclusion,
    state: stateOf(row),
    lease: row.leaseBy === null
      ? null
      : { by: row.leaseBy, until: instantOf(row.leaseUntil!) },
    leaseToken: row.leaseToken,
    assignedTo: row.assignedTo,
    alikeKey: row.alikeKey,
    connectionId: row.connectionId,
    amount: row.amountMinor === null
      ? null
      : { minor: row.amountMinor, currency: row.currency! },
    stake: row.stake,
    shownAs: row.shownBecause === null
      ? null
      : { because: row.shownBecause, confidence: row.shownConfidence! },
    createdAt: instantOf(row.createdAt),
  };
}

/** An approval as one flat object, for `jsonb_to_recordset`. */
export function approvalToRow(
  { state, lease, amount, shownAs, ...same }: Approval,
) {
  const ended = match(state)
    .with({ kind: "waiting" }, ({ verdicts }) => ({ verdicts }))
    .with({ kind: "decided" }, (decided) => ({
      verdicts: decided.verdicts,
      verdict: decided.verdict,
      categoryId: decided.categoryId,
      decidedBy: decided.by,
      endedAt: decided.at,
      note: decided.note,
      decisionId: decided.decisionId,
    }))
    .with(
      { kind: "withdrawn" },
      ({ at, verdicts }) => ({ verdicts, endedAt: at }),
    )
    .exhaustive();
  return {
    ...same,
    state: state.kind,
    ...ended,
    leaseBy: lease?.by ?? null,
    leaseUntil: lease?.until ?? null,
    amountMinor: amount?.minor ?? null,
    currency: amount?.currency ?? null,
    shownBecause: shownAs?.because ?? null,
    shownConfidence: shownAs?.confidence ?? null,
  };
}

function stateOf(row: ApprovalRow): ApprovalState {
  return match(row.state)
    .returnType<ApprovalState>()
    .with("waiting", (kind) => ({ kind, verdicts: row.verdicts }))
    .with("decided", (kind) => ({
      kind,
      verdict: row.verdict!,
      categoryId: row.categoryId,
      by: row.decidedBy!,
      at: instantOf(row.endedAt!),
      note: row.note,
      decisionId: row.decisionId,
      verdicts: row.verdicts,
    }))
    .with("withdrawn", (kind) => ({
      kind,
      at: instantOf(row.endedAt!),
      verdicts: row.verdicts,
    }))
    .exhaustive();
}
