import type { Difference } from "../record.ts";
import type { SourcedDraft } from "./sourced_draft.ts";
import type { Standing } from "./standing.ts";

/**
 * Whether a pending record takes another amount without a person: a tip, fuel or a hold is booked at what it came to,
 * which is the usual course and would only be confirmed. Not once a person settled the category or the amount, who
 * decided on what stood there; not for a booked record, whose amount never changes; and not for another direction or
 * currency, which is another payment.
 */
export function mayTakeAmount(
  { record, pending }: Pick<Standing, "record" | "pending">,
  { amount }: SourcedDraft,
  differences: readonly Difference[],
): boolean {
  const { status, settledByPerson } = record;
  return pending && amount !== null &&
    differences.every(({ field }) => field === "amount") &&
    !goesOtherWay(record.amount?.minor ?? amount.minor, amount.minor) &&
    status !== "approved" && status !== "rejected" &&
    !settledByPerson.includes("category_id") &&
    !settledByPerson.includes("amount");
}

function goesOtherWay(before: string, after: string): boolean {
  return BigInt(before) * BigInt(after) < 0n;
}
