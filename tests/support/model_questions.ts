import type { RecordId } from "../../src/kernel/ids.ts";
import type {
  Label,
  LabelledText,
  Question,
} from "../../src/processing/model/question.ts";
import type { RecordContent } from "../../src/records/record.ts";

export const LABELS: readonly Label[] = [
  { categoryId: "cat_office", name: "Office supplies" },
  { categoryId: "cat_fuel", name: "Fuel" },
  { categoryId: "cat_rent", name: "Rent & rates" },
];

/** A question about a record that says nothing but its description, unless told otherwise. */
export function question(
  recordId: RecordId,
  description: string,
  content: Partial<RecordContent> = {},
  neighbours: readonly LabelledText[] = [],
): Question {
  return {
    recordId,
    content: {
      occurredAt: null,
      description,
      counterparty: null,
      amount: null,
      attributes: {},
      ...content,
    },
    neighbours,
  };
}
