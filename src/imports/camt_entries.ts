import type { Instant } from "../kernel/instant.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Money } from "../kernel/money.ts";
import { bankIdIn } from "./bank_id.ts";
import { camtParty, camtTexts } from "./camt_texts.ts";
import { exactMoney } from "./exact_money.ts";
import { fitAttributes, fitCounterparty, fitDescription } from "./fit_text.ts";
import type { Day, FoundRow } from "./found_row.ts";
import {
  type Element,
  elementAt,
  elementJson,
  elementsAt,
  textAt,
} from "./markup.ts";
import { readDate } from "./read_date.ts";
import { readPlainDecimal } from "./read_decimal.ts";

/** What an `Ntry` of a CAMT.053 says: one row, or one for each payment of a batch whose amounts are all told. */
export function camtEntries(
  entry: Element,
  account: string,
): { readonly rows: readonly FoundRow[]; readonly booked: Money | null } {
  const { line } = entry;
  const alone = (row: FoundRow, booked: Money | null = null) => ({
    rows: [row],
    booked,
  });
  const bad = (field: string, detail: string) =>
    alone({ kind: "bad", line, field, detail });
  const amount = camtAmount(entry);
  const status = textAt(entry, "Sts/Cd") ?? textAt(entry, "Sts") ?? "BOOK";
  if (status !== "BOOK") {
    const detail = status === "PDNG"
      ? "is pending: it is taken in once it is booked"
      : "is not booked";
    const none = { minor: "0", currency: "" } as const;
    return alone({ kind: "skipped", line, field: "Sts", detail }, none);
  }
  if ("wrong" in amount) return bad("Amt", amount.wrong);
  const date = dateAt(entry, "BookgDt") ?? dateAt(entry, "ValDt");
  if (date === null) return bad("BookgDt", "is missing, or no date");
  const parts = partsOf(entry, amount.money);
  return {
    booked: amount.money,
    rows: parts.map(({ details, money, bankId }): FoundRow => ({
      kind: "entry",
      line: details?.line ?? line,
      entry: {
        account,
        bankId,
        ...date,
        ...textsOf(entry, details, money),
        amount: money,
        raw: rawOf(entry, parts.length > 1 ? details : null),
      },
    })),
  };
}

/** The amount of an element with `Amt` and `CdtDbtInd`; the sign tells where the money went, of reversals too. */
export function camtAmount(
  element: Element,
  otherwise: string | null = null,
): { readonly money: Money } | { readonly wrong: string } {
  const amount = elementAt(element, "Amt");
  const decimal = readPlainDecimal(amount?.text ?? "");
  const direction = textAt(element, "CdtDbtInd") ?? otherwise;
  if (!amount || decimal === null) return { wrong: "is missing, or no number" };
  if (direction !== "CRDT" && direction !== "DBIT") {
    return { wrong: "is neither a credit nor a debit" };
  }
  const negative = (direction === "DBIT") !== decimal.negative;
  return exactMoney({ ...decimal, negative }, amount.attributes["Ccy"] ?? "");
}

function dateAt(
  element: Element,
  path: string,
): { readonly day: Day; readonly occurredAt: Instant } | null {
  const text = textAt(element, `${path}/DtTm`) ?? textAt(element, `${path}/Dt`);
  const read = text === null ? null : readDate(
    text.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, "$1"),
    "ymd",
  );
  return read && { day: read.day, occurredAt: read.instant };
}

interface Part {
  /** The payment's own element; null where the entry has none. */
  readonly details: Element | null;
  readonly money: Money;
  readonly bankId: string | null;
}

/** The payments of an entry, or the entry as a whole where their amounts are not told, or are not its own. */
function partsOf(entry: Element, whole: Money): readonly Part[] {
  const details = elementsAt(entry, "NtryDtls/TxDtls");
  const own = bankIdIn(textAt(entry, "AcctSvcrRef"));
  const direction = textAt(entry, "CdtDbtInd");
  const ids = details.map((one) => bankIdIn(textAt(one, "Refs/AcctSvcrRef")));
  const amounts = details.map((one) =>
    partAmount(one, direction, whole.currency)
  );
  const sum = amounts.reduce(
    (total, one) => total + BigInt(one?.minor ?? 0),
    0n,
  );
  const isSplit = details.length > 1 && amounts.every((one) => one !== null) &&
    String(sum) === whole.minor;
  if (!isSplit) {
    const only = details.length === 1 ? ids[0]! : null;
    return [{ details: details[0] ?? null, money: whole, bankId: own ?? only }];
  }
  // Some banks repeat the entry's id in each of its payments.
  const areOwn = new Set(ids.filter((id) => id !== null)).size === ids.length;
  return details.map((one, i) => ({
    details: one,
    money: amounts[i]!,
    bankId: areOwn ? ids[i]! : own && `${own}/${i + 1}`,
  }));
}

function partAmount(
  details: Element,
  direction: string | null,
  currency: string,
): Money | null {
  const told = [
    details,
    elementAt(details, "AmtDtls/TxAmt"),
    elementAt(details, "AmtDtls/InstdAmt"),
  ];
  const way = textAt(details, "CdtDbtInd") ?? direction;
  for (const one of told) {
    const read = one && camtAmount(one, way);
    if (read && "money" in read && read.money.currency === currency) {
      return read.money;
    }
  }
  return null;
}

function textsOf(entry: Element, details: Element | null, { minor }: Money) {
  const texts = camtTexts(entry, details);
  const isReversal = textAt(entry, "RvslInd") === "true";
  // The parties are those of the payment that was reversed.
  const wentOut = minor.startsWith("-") !== isReversal;
  const party = details ? camtParty(details, wentOut ? "Cdtr" : "Dbtr") : null;
  const counterparty = fitCounterparty(party?.name);
  return {
    description: fitDescription(...texts.purpose) || counterparty ||
      fitDescription(...texts.otherwise) || "(no text)",
    counterparty,
    attributes: {
      ...fitAttributes({
        bank_code: texts.bankCode,
        end_to_end_id: bankIdIn(
          textAt(details ?? undefined, "Refs/EndToEndId"),
        ),
        mandate_id: bankIdIn(textAt(details ?? undefined, "Refs/MndtId")),
        counterparty_account: party?.account,
      }),
      ...isReversal && { reversal: true },
    },
  };
}

/** Of a payment in a batch its own part, and of the entry all but the others. */
function rawOf(entry: Element, details: Element | null): JsonObject {
  const whole = details === null ? entry : {
    ...entry,
    children: [
      ...entry.children.filter(({ name }) => name !== "NtryDtls"),
      details,
    ],
  };
  // A statement numbers its entries anew.
  const { NtryRef: _, ...raw } = elementJson(whole) as JsonObject;
  return raw;
}
