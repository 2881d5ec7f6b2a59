import type { ConnectionId } from "../kernel/ids.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { Incoming } from "../records/draft.ts";
import { fold } from "../records/text.ts";
import type { StatementEntry } from "./found_row.ts";
import { occurrenceTable } from "./occurrence_table.ts";

/** Longest id of a bank that is kept as it is. */
const BANK_ID_MAX = 120;

/**
 * Gives the entries of one file their external ids, in the file's order.
 *
 * An id that the bank promises to be unique is the entry's, within its account. Any other entry is known by account, day,
 * amount, currency and texts, and equal ones of a day are numbered. So two equal coffees of a day stay two, the same file
 * again adds nothing, and statements that overlap agree, as long as each has all of a day's entries or none of them, and
 * writes their texts as the others do. A reference that may be used again, or that counts from one anew in each
 * statement, could only part what belongs together, and has no say.
 *
 * How the readers make up texts is a part of these names: where that changes, files taken in before are new once more.
 */
export function entryNaming(
  connectionId: ConnectionId,
): (entry: StatementEntry) => Incoming {
  const timeOf = occurrenceTable();
  const scopes = new Map<string, string>();
  return ({ account, bankId, day, raw, ...content }) => {
    const incoming = { ...content, connectionId, raw };
    const scope = scopes.get(account) ?? scopeOf(account);
    scopes.set(account, scope);
    if (bankId !== null) {
      return { ...incoming, externalId: scope + shortened(bankId) };
    }
    const { minor, currency } = content.amount;
    const texts = [fold(content.description), fold(content.counterparty ?? "")];
    const hash = sha256(
      JSON.stringify([scope, day, minor, currency, ...texts]),
    );
    // 53 bits of it, and never 0.
    const time = timeOf(parseInt(hash.slice(0, 13), 16) + 1);
    return {
      ...incoming,
      externalId: `${scope}fp-${hash.slice(0, 32)}-${time}`,
    };
  };
}

/** Accounts are told apart by a hash: their numbers have no place in the event log. */
function scopeOf(account: string): string {
  const number = account.replace(/[\s-]/g, "").toUpperCase();
  return number === "" ? "" : `${sha256(number).slice(0, 12)}/`;
}

function shortened(id: string): string {
  return id.length <= BANK_ID_MAX ? id : `long-${sha256(id)}`;
}
