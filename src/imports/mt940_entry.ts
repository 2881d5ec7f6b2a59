import { bankIdIn } from "./bank_id.ts";
import type { Money } from "../kernel/money.ts";
import { exactMoney } from "./exact_money.ts";
import {
  fitAttributes,
  fitCounterparty,
  fitDescription,
  wrongText,
} from "./fit_text.ts";
import type { FoundRow } from "./found_row.ts";
import { mt940Details } from "./mt940_details.ts";
import { type ReadDate, readDate } from "./read_date.ts";
import { readPlainDecimal } from "./read_decimal.ts";

/** A `:61:` and the `:86:` that follows it, lines joined by LF, and the line of the first. */
export interface Mt940Line {
  readonly line: number;
  readonly statement: string;
  readonly details: string;
}

/** The account of a statement, and its currency; null where no balance told one. */
export interface Mt940Account {
  readonly account: string;
  readonly currency: string | null;
}

const STATEMENT_LINE =
  /^(?<value>\d{6})(?<entry>\d{4})?(?<mark>R?[CD]|E[CD])(?<funds>[A-Z])?(?<amount>\d[\d.,]*)(?<code>[A-Z][A-Z0-9]{3})?(?<rest>[^]*)$/;

/** What a statement line says. */
export function mt940Entry(
  { line, statement, details }: Mt940Line,
  { account, currency }: Mt940Account,
): { readonly row: FoundRow; readonly booked: Money | null } {
  const bad = (field: string | null, detail: string) => ({
    row: { kind: "bad", line, field, detail } as const,
    booked: null,
  });
  const unfit = wrongText(statement + details);
  if (unfit !== null) return bad(null, unfit);
  const groups = (STATEMENT_LINE.exec(statement) ??
    // Some banks break the line where it is too long for them.
    STATEMENT_LINE.exec(statement.replace("\n", "")))?.groups;
  if (!groups) return bad(":61:", "is no statement line");
  const { mark, code = "" } = groups;
  if (mark!.startsWith("E")) {
    return {
      row: {
        kind: "skipped",
        line,
        field: ":61:",
        detail: "is expected, and not booked",
      },
      booked: { minor: "0", currency: "" },
    };
  }
  const date = bookedOn(groups["value"]!, groups["entry"]);
  if (date === null) return bad(":61:", "has no day of the calendar");
  const decimal = readPlainDecimal(groups["amount"]!);
  if (decimal === null) return bad(":61:", "has no amount");
  if (currency === null) {
    return bad(":60F:", "is missing: nothing tells the currency");
  }
  // A reversed credit takes money away, and a reversed debit gives it back.
  const negative = mark === "D" || mark === "RC";
  const exact = exactMoney({ ...decimal, negative }, currency);
  if ("wrong" in exact) return bad(":61:", exact.wrong);
  const told = mt940Details(details);
  const [references = "", supplement] = groups["rest"]!.split("\n");
  const [own = "", banks] = references.split("//");
  const counterparty = fitCounterparty(told.counterparty);
  return {
    booked: exact.money,
    row: {
      kind: "entry",
      line,
      entry: {
        account,
        // No bank promises that its references are given once only.
        bankId: null,
        day: date.day,
        occurredAt: date.instant,
        description: fitDescription(told.description) || counterparty ||
          fitDescription(supplement, own) || code || "(no text)",
        counterparty,
        amount: exact.money,
        attributes: {
          ...fitAttributes({
            bank_code: told.bankCode || code,
            end_to_end_id: told.endToEndId,
            mandate_id: told.mandateId,
            counterparty_account: told.counterpartyAccount,
            bank_reference: bankIdIn(banks),
          }),
          ...mark!.startsWith("R") && { reversal: true },
        },
        raw: { "61": statement, ...details !== "" && { "86": details } },
      },
    },
  };
}

/** The day of booking, which has no year of its own: the one nearest to the value date. That may be a 30th of February. */
function bookedOn(value: string, entry = value.slice(2)): ReadDate | null {
  const year = 2000 + Number(value.slice(0, 2));
  const apart = Number(entry.slice(0, 2)) - Number(value.slice(2, 4));
  const booked = year + (apart > 6 ? -1 : apart < -6 ? 1 : 0);
  return readDate(`${booked}-${entry.slice(0, 2)}-${entry.slice(2)}`, "ymd");
}

/** The balance of a `:60F:`, `:62F:` and their kind: `C260331EUR1234,50`. The amount is null where it cannot be kept. */
export function mt940Balance(
  text: string,
): { readonly currency: string; readonly money: Money | null } | null {
  const parts = /^([CD])\d{6}([A-Z]{3})([\d.,]+)/.exec(text.trim());
  const decimal = readPlainDecimal(parts?.[3] ?? "");
  if (!parts || decimal === null) return null;
  const currency = parts[2]!;
  const exact = exactMoney(
    { ...decimal, negative: parts[1] === "D" },
    currency,
  );
  return { currency, money: "money" in exact ? exact.money : null };
}
