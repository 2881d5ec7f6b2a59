import type { RecordId, RuleId } from "../kernel/ids.ts";
import type { Json } from "../kernel/json.ts";

/** What rules can change on a record. */
export type PlannedField =
  | "category_id"
  | "counterparty"
  | "review"
  | `attributes.${string}`;

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
  /** In the order of the fields: category, counterparty, review, attributes by name. At least one. */
  readonly changes: readonly FieldChange[];
}

/** A plan as kept: by a back-test as found, by a run as carried out. */
export interface RecordDiff extends RulePlan {
  /** Of a run: how to take it back, and what became of that. */
  readonly undo: UndoNote | null;
}

/** What stood in a record before a run, and what an undo did about it. */
export type UndoNote = {
  /** The record's decision before; null where the run left it. */
  readonly decision: Json;
  readonly approval_id: string | null;
  /** Null until the run is undone: the fields restored, and those left because they changed since. */
  readonly outcome: {
    readonly restored: readonly PlannedField[];
    readonly left: readonly {
      readonly field: PlannedField;
      readonly because: string;
    }[];
  } | null;
};
