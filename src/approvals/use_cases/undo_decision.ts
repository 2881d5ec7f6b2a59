import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import type { Approval } from "../approval.ts";
import { decisionFailures, type DecisionItem } from "../decision.ts";
import { historyEntry } from "../history_entry.ts";
import { shownApproval } from "../shown.ts";
import { undoneRecord } from "../undone_record.ts";
import { itemsToUndo, type WhatToUndo } from "./items_to_undo.ts";
import { notTheirs } from "./not_theirs.ts";
import { type TakenBack, unteach } from "./unteach.ts";

export type UndoRefused =
  | AccessDenied
  | Failure<
    | "approval.missing"
    | "decision.missing"
    | "decision.undone"
    | "decision.not_undoable"
    | "decision.changed_since"
    | "decision.not_yours"
    | "approval.members_only"
  >;

/** One approval of a decision, as everything stands now. */
interface Standing {
  readonly item: DecisionItem;
  readonly approval: Approval;
  readonly record: CompanyRecord;
}

/**
 * Takes a decision back: its records are as before it, its approvals wait again, and what it taught is forgotten. All of
 * it, or nothing where anything was changed since. A rule that was made along with it stays.
 */
export async function undoDecision(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  what: WhatToUndo,
): Promise<Result<readonly Approval[], UndoRefused>> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const undone = { at: deps.clock.now(), by: actorId(scope) };
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await itemsToUndo(tx, scope, what);
    if (!found.ok) return found;
    const items = found.value;
    const approvals = new Map(
      (await tx.approvals.find(items.map(({ approvalId }) => approvalId)))
        .map((one) => [one.id, one]),
    );
    const records = new Map(
      (await tx.records.find(items.map(({ recordId }) => recordId)))
        .map((one) => [one.id, one]),
    );
    const standing = items.flatMap((item): Standing[] => {
      const approval = approvals.get(item.approvalId);
      const record = records.get(item.recordId);
      return approval && record && isAsLeft(item, approval, record)
        ? [{ item, approval, record }]
        : [];
    });
    if (standing.length < items.length) {
      const stands = new Set(standing.map(({ item }) => item.approvalId));
      return fail(
        changedSince(items.filter((one) => !stands.has(one.approvalId))),
      );
    }
    const refused = await notTheirs(tx, scope, standing);
    if (refused) return fail(refused);
    const back = standing.flatMap(({ item, record }): TakenBack[] => {
      const { record: before } = item.before;
      return before
        ? [{ decided: record, before, restored: undoneRecord(record, before) }]
        : [];
    });
    const written = await tx.records.save(
      back.map(({ restored }) => restored),
      undone.at,
    );
    if (written.length < back.length) {
      return fail(changedSince(leftOut(items, back, written)));
    }
    const reopened = standing.map(asItWaited);
    await tx.approvals.save(reopened);
    await unteach(tx, scope, back);
    await tx.decisions.undo(items, undone);
    await tx.approvalHistory.add(
      standing.map(({ item, approval }) =>
        historyEntry(deps.ids.next("aph"), approval, {
          kind: "undone",
          ...undone,
          decisionId: item.decisionId,
        })
      ),
    );
    tx.events.append(standing.map(({ item, record }) => ({
      type: "DECISION_UNDONE",
      payload: {
        record_id: item.recordId,
        approval_id: item.approvalId,
        decision_id: item.decisionId,
        before: item.before.record && told(record),
        after: item.before.record && told(item.before.record),
      },
    })));
    return ok(
      reopened.map((one) =>
        shownApproval({ ...one, version: one.version + 1 })
      ),
    );
  });
}

/** Whether all is as the decision left it. */
function isAsLeft(
  { decisionId, recordVersion }: DecisionItem,
  { state }: Approval,
  { version }: CompanyRecord,
): boolean {
  if (recordVersion === null) {
    return state.kind === "waiting" &&
      state.verdicts.some((one) => one.decisionId === decisionId);
  }
  return state.kind === "decided" && state.decisionId === decisionId &&
    version === recordVersion;
}

/** What others said meanwhile stays, and so does the lease of whoever is to say something next. */
function asItWaited({ item, approval }: Standing): Approval {
  const verdicts = approval.state.kind === "waiting"
    ? approval.state.verdicts
      .filter((one) => one.decisionId !== item.decisionId)
    : item.before.verdicts;
  return { ...approval, state: { kind: "waiting", verdicts } };
}

function leftOut(
  items: readonly DecisionItem[],
  back: readonly TakenBack[],
  written: readonly RecordId[],
): readonly DecisionItem[] {
  const lost = new Set(
    back.map(({ restored }) => restored.id).filter((id) =>
      !written.includes(id)
    ),
  );
  return items.filter(({ recordId }) => lost.has(recordId));
}

function changedSince(
  items: readonly DecisionItem[],
): Failure<"decision.changed_since"> {
  return decisionFailures.changed_since({
    changed: items.map(({ approvalId, recordId }) => ({
      approval_id: approvalId,
      record_id: recordId,
    })),
  });
}

function told(
  { status, outcome, categoryId, source }: Pick<
    CompanyRecord,
    "status" | "outcome" | "categoryId" | "source"
  >,
): JsonObject {
  return { status, outcome, category_id: categoryId, source };
}
