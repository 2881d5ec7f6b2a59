import { tidy } from "./text.ts";

/** How banks announce a payment before they name the other side. */
const LEAD =
  /^(?:card (?:payment|purchase) (?:to|at)|contactless(?: payment)?(?: to| at)?|direct (?:debit|credit)(?: to| from)?|standing order(?: to)?|faster payment(?:s)?(?: to| from)?|bank transfer (?:to|from)|transfer (?:to|from)|payment (?:to|from)|purchase (?:at|from)|refund from|pos|visa|ddr?|sto|bgc|bacs)[\s:*-]+/i;

/** From here on a description tells the branch, date or reference, no longer the name. */
const TAIL =
  /(?:\s+(?:ref|reference|inv|invoice|store|branch|on|no|nr)\b[.:]?\s*\S*\d.*|\s+[#*]?\S*\d\S*.*|\s*[*#]\S*\d\S*.*)$/i;

/**
 * The other side's name as far as a bank's description shows it: payment words before it and
 * numbers, dates and references behind it cut off. Null when nothing of two letters is left.
 */
export function counterpartyIn(description: string): string | null {
  const name = tidy(description.replace(LEAD, "").replace(TAIL, ""));
  return /\p{L}\p{M}*.*\p{L}/u.test(name) ? name : null;
}
