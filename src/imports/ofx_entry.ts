import { readInstant } from "../kernel/instant.ts";
import { bankIdIn } from "./bank_id.ts";
import { exactMoney } from "./exact_money.ts";
import {
  fitAttributes,
  fitCounterparty,
  fitDescription,
  wrongText,
} from "./fit_text.ts";
import type { Day, FoundRow } from "./found_row.ts";
import { type Element, elementJson } from "./markup.ts";
import type { JsonObject } from "../kernel/json.ts";
import { readPlainDecimal } from "./read_decimal.ts";
import type { ReadDate } from "./read_date.ts";

/** The account that an OFX statement is of. */
export interface OfxAccount {
  /** Bank and number; empty where the statement names none. */
  readonly account: string;
  /** The currency of amounts that name none; null where the statement does not say. */
  readonly currency: string | null;
}

/** What a `STMTTRN` of OFX 1.x or 2.x says. */
export function ofxEntry(element: Element, of: OfxAccount): FoundRow {
  const { line } = element;
  const leaf = leavesOf(element);
  const bad = (field: string, detail: string): FoundRow => ({
    kind: "bad",
    line,
    field,
    detail,
  });
  const text = (name: string) => leaf.get(name) ?? "";
  const unfit = [...leaf].find(([, value]) => wrongText(value) !== null);
  if (unfit) return bad(unfit[0], wrongText(unfit[1])!);
  if (text("CORRECTFITID") !== "") {
    return {
      kind: "skipped",
      line,
      field: "CORRECTFITID",
      detail: "corrects an entry that was sent before; change that record",
    };
  }
  const date = readOfxDate(text("DTPOSTED"));
  if (date === null) {
    return bad(
      "DTPOSTED",
      text("DTPOSTED") === "" ? "is missing" : "is no date",
    );
  }
  const decimal = readPlainDecimal(text("TRNAMT"));
  if (decimal === null) {
    return bad("TRNAMT", text("TRNAMT") === "" ? "is missing" : "is no number");
  }
  const currency = ownCurrency(element) ?? of.currency;
  if (currency === null) {
    return bad("CURDEF", "is missing: nothing tells the currency");
  }
  const exact = exactMoney(decimal, currency);
  if ("wrong" in exact) return bad("TRNAMT", exact.wrong);
  const [name, memo] = [text("NAME"), text("MEMO")];
  const counterparty = fitCounterparty(name);
  return {
    kind: "entry",
    line,
    entry: {
      account: of.account,
      bankId: bankIdIn(text("FITID")),
      day: date.day,
      occurredAt: date.instant,
      // A memo often goes on where the name was cut.
      description:
        (memo.startsWith(name)
          ? fitDescription(memo)
          : fitDescription(name, memo)) || text("TRNTYPE") || "(no text)",
      counterparty,
      amount: exact.money,
      attributes: fitAttributes({
        type: text("TRNTYPE").toLowerCase(),
        check_number: text("CHECKNUM").replace(/^0+$/, ""),
        reference: text("REFNUM"),
      }),
      raw: elementJson(element) as JsonObject,
    },
  };
}

/** Values by name; in SGML an empty element may seem to hold those that follow it. The first of a name counts. */
function leavesOf(element: Element): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = ({ children }: Element) => {
    for (const child of children) {
      if (child.text !== "" && !leaves.has(child.name)) {
        leaves.set(child.name, child.text);
      }
      walk(child);
    }
  };
  walk(element);
  return leaves;
}

/** The currency that an amount is in where it is not the account's; an original one that was converted does not count. */
function ownCurrency(element: Element): string | null {
  const find = (within: Element): string | null => {
    for (const child of within.children) {
      if (child.name === "ORIGCURRENCY") continue;
      if (child.name === "CURRENCY") {
        return leavesOf(child).get("CURSYM") ?? null;
      }
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  return find(element);
}

const OFX_DATE =
  /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:(\d{2})(?:\.\d+)?)?)?\s*(?:\[\s*([+-]?\d{1,2})(?:\.(\d{1,2}))?\s*(?::[^\]]*)?\])?$/;

/** Reads `20260331`, `20260331120000.000[-5:EST]`; UTC where no zone is told, as OFX has it. */
export function readOfxDate(text: string): ReadDate | null {
  const parts = OFX_DATE.exec(text.trim());
  if (!parts) return null;
  const [, year, month, date, hour = "00", minute = "00", second = "00"] =
    parts;
  const day = `${year}-${month}-${date}` as Day;
  const read = readInstant(
    `${day}T${hour}:${minute}:${second}${zoneOf(parts[4], parts[7], parts[8])}`,
  );
  return "wrong" in read ? null : { day, instant: read.instant };
}

/** A zone counts only for a time: a date alone is that date everywhere. */
function zoneOf(
  hour: string | undefined,
  hours: string | undefined,
  fraction = "0",
): string {
  if (hour === undefined || hours === undefined) return "Z";
  const minutes = Math.round(Number(`0.${fraction}`) * 60);
  const size = String(Math.abs(Number(hours))).padStart(2, "0");
  return `${hours.startsWith("-") ? "-" : "+"}${size}:${
    String(minutes).padStart(2, "0")
  }`;
}
