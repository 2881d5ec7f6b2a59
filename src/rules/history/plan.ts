import type { ApprovalId, RecordId, RuleId } from "../../kernel/ids.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { FieldsSet, Step } from "../../processing/trace.ts";
import type { Tried } from "../matcher/compile_rules.ts";

/** What rules can change on a record. */
export type PlannedField =
  | "category_id"
  | "counterparty"
  | "review"
  | `attributes.${string}`;

/** Whether the field is a part of what was decided, which changes as a whole. */
export function isDecision(field: PlannedField): boolean {
  return field === "category_id" || field === "review";
}

const FIRST: readonly PlannedField[] = [
  "category_id",
  "counterparty",
  "review",
];

/** The order in which plans list fields: category, counterparty, review, then attributes by name. */
export function inFieldOrder(a: PlannedField, b: PlannedField): number {
  const rank = (field: PlannedField) =>
    FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** One field of one record before and after, and the rule behind it; null where no rule sets it any more. */
export type FieldChange = {
  readonly field: PlannedField;
  readonly before: Json;
  readonly after: Json;
  readonly rule_id: RuleId | null;
  readonly rule_version: number | null;
};

/**
 * What becomes of the record's decision. `undecided`: rules decided it, and none would any more. `kept`: only other
 * fields change.
 */
export type Becomes = "settled" | "review" | "undecided" | "kept";

/** What a set of rules would make of one stored record. Pure: only the executor (`carry_out.ts`) writes. */
export interface RulePlan {
  readonly recordId: RecordId;
  /** The version that was looked at. */
  readonly recordVersion: number;
  readonly becomes: Becomes;
  /** At least one, in the order of `inFieldOrder`. */
  readonly changes: readonly FieldChange[];
  /** All that rules set on the record then, also what they set before and keep. */
  readonly sets: FieldsSet;
  readonly tried: Tried;
  /** The rule that decides; null where none does. */
  readonly matched: RuleId | null;
}

/** A plan as kept: by a back-test as found, by a run as carried out. */
export interface RecordDiff
  extends Pick<RulePlan, "recordId" | "recordVersion" | "becomes" | "changes"> {
  /** Of a run: how to take it back, and what became of that. */
  readonly undo: UndoNote | null;
}

type RulesTried = Extract<Step, { readonly kind: "rules_tried" }>;

/** What a run's undo gives a record back. */
export type DecisionBefore =
  & Pick<CompanyRecord, "status" | "outcome" | "categoryId" | "source">
  & Pick<CompanyRecord, "confidence" | "trace">;

/** What stood in a record before a run, and what an undo did about it. */
export type UndoNote = {
  /** The record's decision before; null where the run left the decision as it was. */
  readonly decision: DecisionBefore | null;
  /** The `rules_tried` step before; null where there was none. */
  readonly step: RulesTried | null;
  /** The approval that the run withdrew, or the one that it added. */
  readonly approval_id: ApprovalId | null;
  /** The audit that the run withdrew where it added an approval. */
  readonly audit_id?: ApprovalId;
  /** Null until the run is undone. */
  readonly outcome: Undone | null;
};

/** What an undo did with the fields that a run changed: restored them, or left them because they changed since. */
export type Undone = {
  readonly restored: readonly PlannedField[];
  readonly left: readonly {
    readonly field: PlannedField;
    readonly because: LeftBecause;
  }[];
};

/** Why an undo leaves a field. */
export type LeftBecause =
  | "settled_by_person"
  | "decided_again"
  | "changed_again";

/** Fields by name, as events tell them. */
export function valuesOf(
  changes: readonly FieldChange[],
  side: "before" | "after",
): JsonObject {
  return Object.fromEntries(
    changes.map((change): [string, Json] => [change.field, change[side]]),
  );
}
