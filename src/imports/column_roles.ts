import { fold } from "../records/text.ts";

/** What a column of a CSV file can be. */
export const COLUMN_ROLES = [
  "date",
  "amount",
  "debit",
  "credit",
  "direction",
  "currency",
  "description",
  "counterparty",
  "bank_id",
  "account",
  "balance",
] as const;
export type ColumnRole = typeof COLUMN_ROLES[number];

/** The names that columns go by, best first, as banks of several countries write them; compared folded, signs as spaces. */
const NAMES: Readonly<Record<ColumnRole, string>> = {
  date:
    "booking date|transaction date|posting date|posted date|post date|date posted|completed date|date|buchungstag|buchungsdatum|datum|date operation|date de l operation|date comptable|fecha|fecha operacion|fecha de operacion|data|data operazione|data contabile|boekdatum|rentedatum|started date|valuta|value date|payment date|invoice date",
  amount:
    "amount|transaction amount|net amount|amount in account currency|betrag|umsatz|montant|importe|importo|bedrag|value|bedrag (eur)|total|gross amount",
  debit:
    "debit|debit amount|money out|paid out|withdrawal|withdrawals|outflow|soll|lastschrift|ausgabe|belastung|debet|af|cargo|cargos|dare|uscite|addebiti|debit (gbp)|out|spent|payments",
  credit:
    "credit|credit amount|money in|paid in|deposit|deposits|inflow|haben|gutschrift|einnahme|bij|abono|abonos|avere|entrate|accrediti|in|received|receipts",
  direction:
    "debit credit|credit debit|dr cr|cr dr|d c|soll haben|s h|af bij|direction|sens",
  currency:
    "currency|currency code|ccy|wahrung|devise|moneda|divisa|valuta iso|munt|waehrung",
  description:
    "description|transaction description|narrative|details|memo|verwendungszweck|buchungstext|libelle|libelle operation|concepto|descripcion|descrizione|causale|omschrijving|mededelingen|naam omschrijving|particulars|text|reference|message|transaction details|name description|notifications",
  counterparty:
    "counterparty|counter party|counterparty name|payee|payee name|merchant|merchant name|name|beneficiary|beneficiary name|empfanger|zahlungspflichtiger|auftraggeber empfanger|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|name zahlungsbeteiligter|auftraggeber|beneficiaire|tiers|beneficiario|naam|naam tegenpartij|supplier|vendor|supplier name|vendor name",
  bank_id:
    "transaction id|transaction reference|bank reference|fitid|unique id|reference number|transaction number|id|external id|volgnr|transaktions id|umsatz id",
  account:
    "account|account number|account no|iban|konto|kontonummer|auftragskonto|iban auftragskonto|compte|numero de compte|cuenta|conto|rekening|rekeningnummer|own account|iban bban",
  balance:
    "balance|running balance|account balance|saldo|solde|saldo nach buchung|saldo na mutatie",
};

/** Which column has which role, by its name; a column has one at most. */
export function rolesByName(
  names: readonly string[],
): ReadonlyMap<ColumnRole, number> {
  const plain = names.map((name) =>
    fold(
      name.replace(/\((?:[A-Z]{3}|[£$€¥])\)/gu, " ").replace(
        /[_\-./:#()'’]/gu,
        " ",
      ),
    )
  );
  const taken = new Set<number>();
  const found = new Map<ColumnRole, number>();
  // What two roles could have goes to the one that names it earlier in its own list.
  const ranked = COLUMN_ROLES.flatMap((role) =>
    NAMES[role].split("|").map((name, rank) => ({
      role,
      name: fold(name.replace(/[()]/g, " ")),
      rank,
    }))
  ).toSorted((a, b) => a.rank - b.rank);
  for (const { role, name } of ranked) {
    if (found.has(role)) continue;
    const at = plain.findIndex((one, i) => one === name && !taken.has(i));
    if (at < 0) continue;
    found.set(role, at);
    taken.add(at);
  }
  return found;
}
