import { fold } from "../../records/text.ts";

/** The names that a column goes by, best first; compared folded, with `_`, `-` and `.` as spaces. */
const COLUMN_NAMES = {
  date:
    "date|transaction date|posted date|posting date|booking date|payment date|invoice date",
  amount: "amount|net amount|transaction amount|gross amount|value|total",
  description:
    "description|narrative|details|memo|text|transaction description|particulars|reference|message|query|utterance",
  counterparty:
    "counterparty|supplier|supplier name|payee|merchant|merchant name|vendor|vendor name|beneficiary",
  unit:
    "unit|cost centre|cost center|department|directorate|service area|business unit|team",
  category:
    "category|expense type|account name|top category|label|class|intent",
} as const;

/** What a column may hold. */
export type Field = keyof typeof COLUMN_NAMES;

/** Where the column of `field` stands, by the names that it goes by; null where there is none. */
export function guessColumn(
  header: readonly string[],
  field: Field,
): number | null {
  const names = header.map((name) => fold(name.replace(/[_\-.]/g, " ")));
  return COLUMN_NAMES[field].split("|").map((name) => names.indexOf(name))
    .find((at) => at >= 0) ?? null;
}
