import type { Approval } from "../../../../src/approvals/approval.ts";
import type { Category } from "../../../../src/categories/category.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";

/** What was decided, in a sentence: `TIMBER YARD 4411 is Raw materials.` */
export function decidedText(
  { approval: { state }, record }: {
    readonly approval: Approval;
    readonly record: CompanyRecord;
  },
  categories: readonly Category[],
): string {
  if (state.kind !== "decided") return `${record.description} waits.`;
  const category = categories.find(({ id }) => id === state.categoryId);
  return category
    ? `${record.description} is ${category.name}.`
    : `${record.description} is not one to sort.`;
}
