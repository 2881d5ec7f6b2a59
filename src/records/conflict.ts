import { failures } from "../kernel/failure.ts";
import type {
  CompanyRecord,
  Conflict,
  Difference,
  SettledField,
} from "./record.ts";

export const conflictFailures = failures("conflict", {
  missing: { category: "missing", title: "No such conflict" },
  resolved: {
    category: "conflict",
    title: "The conflict was resolved already, and otherwise",
  },
  erased: {
    category: "conflict",
    title: "The texts of the record were erased; it can only stay as it is",
  },
});

/** A version kept aside, with the record that it is of. */
export interface ConflictInFull {
  /** Its reasons are those that hold now, where none were kept with it. */
  readonly conflict: Conflict;
  readonly record: CompanyRecord;
}

/** The fields that a person overrules who takes a version: what it was kept aside for, and nothing else they settled. */
export function overruledBy(
  differences: readonly Difference[],
): readonly SettledField[] {
  return differences.flatMap(({ field }): readonly SettledField[] => {
    switch (field) {
      case "amount":
      case "currency":
        return ["amount"];
      case "occurred_at":
        return ["occurredAt"];
      case "counterparty":
        return ["counterparty"];
      case "external_id":
        return [];
      default:
        return field satisfies never;
    }
  });
}
