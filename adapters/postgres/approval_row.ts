import { match } from "ts-pattern";
import type {
  Approval,
  ApprovalState,
  Verdict,
} from "../../src/approvals/approval.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";
import { instantOf } from "./columns.ts";

type Same = Omit<Approval, "state" | "lease" | "createdAt">;

/** A row of `approvals` as read; the table's check says which columns a state fills. */
export interface ApprovalRow extends Same {
  readonly state: ApprovalState["kind"];
  readonly verdict: Verdict["kind"] | null;
  readonly categoryId: CategoryId | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  readonly endedAt: Date | null;
  readonly leaseBy: string | null;
  readonly leaseUntil: Date | null;
  readonly createdAt: Date;
}

/** The approval that a row holds. */
export function approvalOf(row: ApprovalRow): Approval {
  const { id, version, recordId, suggestion, because, confidence, inclusion } =
    row;
  return {
    id,
    version,
    recordId,
    suggestion,
    because,
    confidence,
    inclusion,
    state: stateOf(row),
    lease: row.leaseBy === null
      ? null
      : { by: row.leaseBy, until: instantOf(row.leaseUntil!) },
    createdAt: instantOf(row.createdAt),
  };
}

/** An approval as one flat object, for `jsonb_to_recordset`. */
export function approvalToRow({ state, lease, ...same }: Approval) {
  const ended = match(state)
    .with({ kind: "waiting" }, () => ({}))
    .with({ kind: "decided" }, ({ verdict, categoryId, by, at, note }) => ({
      verdict,
      categoryId,
      decidedBy: by,
      endedAt: at,
      note,
    }))
    .with({ kind: "withdrawn" }, ({ at }) => ({ endedAt: at }))
    .exhaustive();
  return {
    ...same,
    state: state.kind,
    ...ended,
    leaseBy: lease?.by ?? null,
    leaseUntil: lease?.until ?? null,
  };
}

function stateOf(row: ApprovalRow): ApprovalState {
  return match(row.state)
    .returnType<ApprovalState>()
    .with("waiting", (kind) => ({ kind }))
    .with("decided", (kind) => ({
      kind,
      verdict: row.verdict!,
      categoryId: row.categoryId,
      by: row.decidedBy!,
      at: instantOf(row.endedAt!),
      note: row.note,
    }))
    .with("withdrawn", (kind) => ({ kind, at: instantOf(row.endedAt!) }))
    .exhaustive();
}
