import type { ConnectionId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Attributes } from "../../records/record.ts";
import { counterpartyIn } from "../../records/counterparty.ts";
import type { RuleSubject } from "../matcher/record_view.ts";
import { alternatives } from "./alternatives.ts";
import {
  chosenAmount,
  chosenDate,
  chosenText,
  chosenValue,
} from "./chosen_values.ts";
import { type Formula, type Literal, subjectOf } from "./formula.ts";

/** The connection of a constructed record where no condition asks for one. */
const ANY_CONNECTION: ConnectionId = "con_00000000000000000000000000";

/**
 * A record that meets the formula, for which `holds` says so; null where none was found.
 * It has no more in it than is asked for, and its counterparty is read from the description as intake does.
 */
export function constructRecord(
  formula: Formula,
  holds: (record: RuleSubject) => boolean,
): RuleSubject | null {
  for (const literals of alternatives(formula)) {
    const plain = recordOf(literals);
    if (plain === null) continue;
    const read = plain.counterparty ?? counterpartyIn(plain.description);
    const usual = { ...plain, counterparty: read };
    if (holds(usual)) return usual;
    if (holds(plain)) return plain;
  }
  return null;
}

function recordOf(literals: readonly Literal[]): RuleSubject | null {
  const bySubject = Map.groupBy(literals, ({ atom }) => subjectOf(atom));
  const of = (subject: string) => bySubject.get(subject) ?? [];
  const description = chosenText(of("description"));
  const counterparty = chosenText(of("counterparty"));
  const connection = chosenText(of("connection"));
  const amount = chosenAmount(of("amount"));
  const date = chosenDate(of("date"));
  const attributes: [string, Attributes[string]][] = [];
  for (const [subject, asked] of bySubject) {
    if (!subject.startsWith("attributes.")) continue;
    const value = chosenValue(asked);
    if (value === undefined) return null;
    if (value !== null) attributes.push([subject.slice(11), value]);
  }
  const isMissing = [description, counterparty, connection, amount, date]
    .includes(undefined);
  if (isMissing || (connection && !connection.startsWith("con_"))) return null;
  return {
    description: description ?? "",
    counterparty: counterparty ?? null,
    connectionId: connection as ConnectionId | null ?? ANY_CONNECTION,
    amount: amount ?? null,
    occurredAt: date as Instant | null ?? null,
    attributes: Object.fromEntries(attributes),
  };
}
