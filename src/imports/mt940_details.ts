import { bankIdIn } from "./bank_id.ts";

/** What a `:86:` tells; null where it does not. */
export interface Mt940Details {
  readonly description: string | null;
  readonly counterparty: string | null;
  readonly counterpartyAccount: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly bankCode: string | null;
}

const NOTHING: Mt940Details = {
  description: null,
  counterparty: null,
  counterpartyAccount: null,
  endToEndId: null,
  mandateId: null,
  bankCode: null,
};

/** Reads the styles of banks: `?20` fields after a code, words between slashes, or plain text. `text`: its lines, joined by LF. */
export function mt940Details(text: string): Mt940Details {
  const coded = /^(\d{3})([?+|~<>@$])\d\d/.exec(text.replaceAll("\n", ""));
  if (coded) return fromFields(text.replaceAll("\n", ""), coded[1]!, coded[2]!);
  const joined = text.replaceAll("\n", "");
  if (/^\/[A-Z]{2,4}\//.test(joined)) return fromSlashes(joined);
  return { ...NOTHING, description: text.replaceAll("\n", " ") };
}

/** `166?00GUTSCHRIFT?20SVWZ+Rent?21 March?30BIC?31IBAN?32NAME`. */
function fromFields(text: string, code: string, sign: string): Mt940Details {
  const fields = new Map<string, string>();
  for (const part of text.slice(3).split(sign).slice(1)) {
    if (/^\d\d/.test(part)) fields.set(part.slice(0, 2), part.slice(2));
  }
  const numbered = (from: number, to: number) =>
    [...fields].filter(([key]) => +key >= from && +key <= to)
      .map(([, value]) => value);
  const purpose = [...numbered(20, 29), ...numbered(60, 63)].join("");
  const words = sepaWords(purpose);
  return {
    description: (words ? words.get("SVWZ") ?? null : purpose) ||
      fields.get("00") || null,
    counterparty: words?.get("ABWA") ?? words?.get("ABWE") ??
      (numbered(32, 33).join("") || null),
    counterpartyAccount: fields.get("31") || words?.get("IBAN") || null,
    endToEndId: bankIdIn(words?.get("EREF")),
    mandateId: bankIdIn(words?.get("MREF")),
    bankCode: code,
  };
}

const SEPA_WORD =
  /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)(?:\+|: )/g;

/** `EREF+4711SVWZ+Rent March`: parts by the word before their plus or colon; null where there is none. */
function sepaWords(text: string): ReadonlyMap<string, string> | null {
  const marks = [...text.matchAll(SEPA_WORD)];
  if (marks.length === 0) return null;
  const found = new Map<string, string>();
  const before = text.slice(0, marks[0]!.index).trim();
  marks.forEach((mark, i) => {
    const end = marks[i + 1]?.index ?? text.length;
    const value = text.slice(mark.index + mark[0].length, end).trim();
    if (!found.has(mark[1]!)) found.set(mark[1]!, value);
  });
  // What stands before the first word is purpose too.
  const purpose = [before, found.get("SVWZ") ?? ""].filter((one) => one !== "");
  return found.set("SVWZ", purpose.join(" "));
}

const SLASH_WORDS =
  "ABWA|ACCW|BENM|BIC|CNTP|CSID|EREF|IBAN|ID|INIT|ISDT|MARF|NAME|NRTX|ORDP|PREF|PURP|REMI|RTRN|RREF|SVCL|TRCD|TRTP|ULTB|ULTC|ULTD|ADDR";

/** `/TRTP/SEPA/IBAN/NL…/NAME/…/REMI/…`, and `/CNTP/account/BIC/name/city/` among them. */
function fromSlashes(text: string): Mt940Details {
  const words = new Map<string, string>();
  const marks = [...text.matchAll(new RegExp(`/(${SLASH_WORDS})/`, "g"))];
  marks.forEach((mark, i) => {
    const end = marks[i + 1]?.index ?? text.length;
    const value = text.slice(mark.index + mark[0].length, end);
    if (!words.has(mark[1]!)) words.set(mark[1]!, value.trim());
  });
  if (marks.length === 0) return { ...NOTHING, description: text };
  const [account, , name] = (words.get("CNTP") ?? "").split("/");
  const said = words.get("REMI")
    ?.replace(/^(?:USTD|STRD(?:\/CUR)?)\/{1,2}/, "").replace(/\/+$/, "");
  return {
    description: said || words.get("TRTP") || null,
    counterparty: words.get("NAME")?.replace(/\/+$/, "") || name || null,
    counterpartyAccount: words.get("IBAN")?.replace(/\/+$/, "") || account ||
      null,
    endToEndId: bankIdIn(words.get("EREF")?.replace(/\/+$/, "")),
    mandateId: bankIdIn(words.get("MARF")?.replace(/\/+$/, "")),
    bankCode: words.get("TRCD")?.replace(/\/+$/, "") || null,
  };
}
